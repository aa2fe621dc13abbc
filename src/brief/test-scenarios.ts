import type { OutcomeInfo, ScenarioGroup, ScenarioInfo, Text } from "./result.ts";

/** Invented scenarios and outcomes for tests of the renderers: names are like the real ones, numbers are not findings. */
export const t = (en: string, es: string): Text => ({ en, es });

export const DATES = ["2025-11", "2027-11", "2029-11", "2035-11"] as const;

/** A number in 0..1 that depends on a text only. */
export function pseudo(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619) >>> 0;
  h = Math.imul(h ^ (h >>> 15), 2246822507) >>> 0;
  return ((h ^ (h >>> 13)) >>> 0) / 4294967296;
}

const scenario = (
  id: string,
  group: ScenarioGroup,
  label: Text,
  extra: Partial<ScenarioInfo> = {},
): ScenarioInfo => ({
  id,
  group,
  label,
  short: label,
  summary: t(`${label.en}, from January 2025 on.`, `${label.es}, desde enero de 2025.`),
  settings:
    group === "baseline"
      ? []
      : [
          {
            lever: `lever of ${id}`,
            label: label,
            unit: "1/month",
            schedule: [
              { at: "2025-01", value: 0 },
              { at: "2025-07", value: 2.5 },
            ],
          },
        ],
  extrapolation: group === "ladder" || group === "proposal",
  failedDraws: id === "full-campaign" ? 3 : 0,
  ...extra,
});

export const SCENARIOS: readonly ScenarioInfo[] = [
  scenario("no-change", "baseline", t("No change", "Sin cambios")),
  scenario("p1", "proposal", t("Air raids on drug laboratories", "Ataques aéreos contra laboratorios")),
  scenario("p2", "proposal", t("Raids on leaders", "Operaciones contra dirigentes")),
  scenario("p7", "proposal", t("Tariff of 25 %", "Arancel de 25 %"), { extrapolation: false }),
  scenario("cooperation", "ladder", t("Closer cooperation", "Mayor cooperación"), {
    rung: 1,
    extrapolation: false,
  }),
  scenario("designation", "ladder", t("Terrorist designation", "Designación como terroristas"), { rung: 2 }),
  scenario("border", "ladder", t("Border forces and inspection", "Fuerzas e inspección en la frontera"), {
    rung: 3,
    extrapolation: false,
  }),
  scenario("tariff", "ladder", t("Tariff until the flow stops", "Arancel hasta que cese el flujo"), {
    rung: 4,
  }),
  scenario(
    "raids-consent",
    "ladder",
    t("Raids with Mexico's consent", "Operativos con consentimiento de México"),
    {
      rung: 5,
    },
  ),
  scenario("raids-alone", "ladder", t("Raids without consent", "Operativos sin consentimiento"), { rung: 6 }),
  scenario("full-campaign", "ladder", t("Full campaign of force", "Campaña completa de fuerza"), { rung: 7 }),
  scenario(
    "treatment",
    "alternative",
    t("Treatment capacity and retention", "Capacidad y permanencia en tratamiento"),
  ),
  scenario(
    "naloxone",
    "alternative",
    t("Naloxone and overdose response", "Naloxona y respuesta a sobredosis"),
  ),
  scenario(
    "diplomacy",
    "alternative",
    t("Precursor diplomacy with China", "Diplomacia con China sobre precursores"),
  ),
  scenario("package", "package", t("Balanced package", "Paquete equilibrado")),
  scenario("happened", "happened", t("What actually happened", "Lo que en efecto ocurrió")),
];

export const OUTCOMES: readonly (readonly [
  string,
  Text,
  Text,
  OutcomeInfo["better"],
  boolean,
  number,
  number,
])[] = [
  [
    "all-deaths",
    t("US overdose deaths", "Muertes por sobredosis en EE. UU."),
    t("deaths a year", "muertes al año"),
    "lower",
    true,
    82_000,
    4000,
  ],
  [
    "synthetic-deaths",
    t("US deaths with synthetic opioids", "Muertes con opioides sintéticos en EE. UU."),
    t("deaths a year", "muertes al año"),
    "lower",
    true,
    51_000,
    3900,
  ],
  [
    "homicides",
    t("Homicides in Mexico", "Homicidios en México"),
    t("victims a year", "víctimas al año"),
    "lower",
    true,
    30_100,
    2400,
  ],
  [
    "force-deaths",
    t("Civilian deaths from the use of force", "Muertes de civiles por el uso de la fuerza"),
    t("deaths a year", "muertes al año"),
    "lower",
    true,
    0,
    60,
  ],
  [
    "trade",
    t("US-Mexico goods trade", "Comercio de bienes entre EE. UU. y México"),
    t("billion 2024 US dollars a year", "miles de millones de dólares de 2024 al año"),
    "none",
    true,
    838,
    40,
  ],
  [
    "trust",
    t("Trust between the governments", "Confianza entre los gobiernos"),
    t("index, 0 to 100", "índice, de 0 a 100"),
    "higher",
    true,
    55,
    14,
  ],
  [
    "opioid-deaths",
    t("US opioid deaths", "Muertes por opioides en EE. UU."),
    t("deaths a year", "muertes al año"),
    "lower",
    false,
    56_000,
    3900,
  ],
  [
    "treatment",
    t("People in treatment", "Personas en tratamiento"),
    t("people", "personas"),
    "higher",
    false,
    1_130_000,
    90_000,
  ],
  [
    "price",
    t("Price per pure gram", "Precio por gramo puro"),
    t("2024 US dollars a gram", "dólares de 2024 por gramo"),
    "none",
    false,
    210,
    30,
  ],
  ["purity", t("Purity of powder", "Pureza del polvo"), t("%", "%"), "none", false, 13.2, 2],
  [
    "seizures",
    t("Fentanyl seized at the border", "Fentanilo decomisado en la frontera"),
    t("kg a year", "kg al año"),
    "none",
    false,
    9900,
    1500,
  ],
  [
    "displaced",
    t("People displaced in Mexico", "Personas desplazadas en México"),
    t("people a year", "personas al año"),
    "lower",
    false,
    26_000,
    7000,
  ],
  [
    "gdp",
    t("Mexican GDP against no change", "PIB de México frente a sin cambios"),
    t("%", "%"),
    "higher",
    false,
    100,
    1.4,
  ],
  [
    "cost",
    t("US budget cost", "Costo para el presupuesto de EE. UU."),
    t("billion 2024 US dollars a year", "miles de millones de dólares de 2024 al año"),
    "lower",
    false,
    41,
    9,
  ],
];
