import type { Language } from "../../base/text.ts";

/** Words of the facilitator's page that hold for any model. */
export interface TeachWords {
  readonly title: string;
  readonly description: string;
  readonly lede: string;
  readonly contents: string;
  readonly prepareTitle: string;
  readonly prepare: readonly string[];
  readonly aims: string;
  readonly roles: string;
  readonly rolesHelp: string;
  readonly role: string;
  readonly country: string;
  readonly wants: string;
  readonly asks: string;
  readonly schedule: string;
  readonly scheduleHelp: string;
  readonly minutes: string;
  readonly what: string;
  readonly steps: readonly (readonly [minutes: string, title: string, text: string])[];
  readonly scenes: string;
  readonly scenesHelp: string;
  readonly questions: string;
  readonly silent: string;
  /** What no model of this kind can say, for one that does not say it itself. */
  readonly silentAnyway: readonly string[];
  readonly rulesTitle: string;
  readonly rules: readonly string[];
}

const ENGLISH: TeachWords = {
  title: "Teach with it",
  description: "A workshop of 60 to 90 minutes with the explorer: aims, roles, schedule, scenes, questions.",
  lede: "People learn most from a model when they move the levers themselves and talk about what they see. This page is for whoever leads such a session: a class, a newsroom, a council. It prints on a few sheets.",
  contents: "On this page",
  prepareTitle: "Before you begin",
  prepare: [
    "10 to 40 people, in groups of three or four at one screen. A phone will do. Nothing is installed, nothing about anyone is stored.",
    "Open the explorer once on each device; after that it works without a network.",
    "Both languages have the same page: a group may switch at any time and keep what it has.",
    "Read the critiques and the track record yourself. You need not defend the model.",
  ],
  aims: "Aims",
  roles: "Roles",
  rolesHelp:
    "Give each group a role, at best one far from its own view. Nobody speaks for themselves until the last part.",
  role: "Role",
  country: "Country",
  wants: "Wants",
  asks: "Asks the model",
  schedule: "Schedule",
  scheduleHelp: "For 60 minutes leave out the steps marked *.",
  minutes: "Minutes",
  what: "What happens",
  steps: [
    [
      "0–5",
      "Welcome",
      "Say what the model is and what it is not: a what-if, not a forecast; nobody's position.",
    ],
    [
      "5–15",
      "Guess first",
      "Each group draws its line for deaths with no change, then sees the model's. Talk about who was far off, the group or the model.",
    ],
    [
      "15–20",
      "Tour",
      "One minute on the page, then read one sentence together: what does “in 9 of 10 runs” promise?",
    ],
    ["20–30", "Roles", "Groups read their role and choose one result they will watch."],
    ["30–45", "Scenes", "Walk through the scenes below. At each: guess, look, ask “Why?”."],
    [
      "45–60 *",
      "Negotiate",
      "Each group proposes one change to B and defends it with a source. Use “Keep as A, change to make B” to compare proposals.",
    ],
    [
      "60–70 *",
      "Doubt",
      "Groups look for the number that would turn their result over, set their own value, and share the link.",
    ],
    ["70–85", "Out of role", "Discussion questions. Then: one thing learned, one thing doubted."],
    ["85–90", "Close", "Name what the model cannot say. Share the links of the session."],
  ],
  scenes: "Scenes",
  scenesHelp: "Each link sets the levers. Ask for a guess before you open it.",
  questions: "Questions for the discussion",
  silent: "What the model cannot say",
  silentAnyway: [
    "Whether an act is lawful, just or wise. It gives consequences that can be counted, not judgements.",
    "The future. Bands leave out what the model does not know.",
  ],
  rulesTitle: "For whoever leads",
  rules: [
    "Do not say which scenario you prefer, and do not open with the one that looks best.",
    "When someone says “the model proves”, ask for the range and for who disagrees.",
    "When someone says “the model is wrong”, ask which number, and set it to theirs.",
    "Too close to call is a finding. So is “the runs disagree”.",
  ],
};

const SPANISH: TeachWords = {
  title: "Para enseñar",
  description:
    "Un taller de 60 a 90 minutos con el explorador: objetivos, roles, programa, escenas, preguntas.",
  lede: "De un modelo se aprende más cuando uno mismo mueve las palancas y conversa sobre lo que ve. Esta página es para quien dirige una sesión así: una clase, una redacción, un cabildo. Se imprime en pocas hojas.",
  contents: "En esta página",
  prepareTitle: "Antes de empezar",
  prepare: [
    "De 10 a 40 personas, en grupos de tres o cuatro por pantalla. Basta un teléfono. No se instala nada y no se guarda nada de nadie.",
    "Abra el explorador una vez en cada aparato; después funciona sin red.",
    "Los dos idiomas tienen la misma página: un grupo puede cambiar cuando quiera y conserva lo que tiene.",
    "Lea usted las críticas y la página de aciertos y fallas. No tiene que defender el modelo.",
  ],
  aims: "Objetivos",
  roles: "Roles",
  rolesHelp:
    "Dé a cada grupo un rol, de preferencia lejano a su propia opinión. Nadie habla por sí mismo hasta la última parte.",
  role: "Rol",
  country: "País",
  wants: "Quiere",
  asks: "Le pregunta al modelo",
  schedule: "Programa",
  scheduleHelp: "Para 60 minutos, omita los pasos marcados con *.",
  minutes: "Minutos",
  what: "Qué se hace",
  steps: [
    [
      "0–5",
      "Bienvenida",
      "Diga qué es el modelo y qué no es: un «qué pasaría si», no un pronóstico; no es la postura de nadie.",
    ],
    [
      "5–15",
      "Primero, adivinar",
      "Cada grupo dibuja su línea de muertes sin cambios y luego ve la del modelo. Conversen sobre quién quedó lejos, el grupo o el modelo.",
    ],
    [
      "15–20",
      "Recorrido",
      "Un minuto en la página; después lean juntos una frase: ¿qué promete «en 9 de cada 10 simulaciones»?",
    ],
    ["20–30", "Roles", "Los grupos leen su rol y eligen un resultado que van a vigilar."],
    [
      "30–45",
      "Escenas",
      "Recorran las escenas de abajo. En cada una: adivinar, mirar, preguntar «¿Por qué?».",
    ],
    [
      "45–60 *",
      "Negociar",
      "Cada grupo propone un cambio en B y lo defiende con una fuente. Con «Guardar como A y cambiar para hacer B» se comparan las propuestas.",
    ],
    [
      "60–70 *",
      "Dudar",
      "Los grupos buscan el número que daría vuelta a su resultado, ponen su propio valor y comparten el enlace.",
    ],
    ["70–85", "Fuera del rol", "Preguntas para conversar. Después: una cosa aprendida y una duda."],
    ["85–90", "Cierre", "Nombren lo que el modelo no puede decir. Compartan los enlaces de la sesión."],
  ],
  scenes: "Escenas",
  scenesHelp: "Cada enlace mueve las palancas. Pida que adivinen antes de abrirlo.",
  questions: "Preguntas para conversar",
  silent: "Lo que el modelo no puede decir",
  silentAnyway: [
    "Si un acto es legal, justo o prudente. Da consecuencias que se pueden contar, no juicios.",
    "El futuro. Las bandas dejan fuera lo que el modelo no conoce.",
  ],
  rulesTitle: "Para quien dirige",
  rules: [
    "No diga qué escenario prefiere y no empiece por el que se ve mejor.",
    "Cuando alguien diga «el modelo demuestra», pregunte por el intervalo y por quién no está de acuerdo.",
    "Cuando alguien diga «el modelo está mal», pregunte qué número, y ponga el de esa persona.",
    "«Sin diferencia clara» es un hallazgo. También lo es que las simulaciones no coincidan.",
  ],
};

/** The page's words in a language. */
export function teachWords(language: Language): TeachWords {
  return language === "en" ? ENGLISH : SPANISH;
}
