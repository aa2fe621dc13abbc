import type { Text } from "../base/text.ts";
import { dateWords } from "../explain/date-words.ts";
import { fixed, significant } from "../explain/number-words.ts";
import type { Says } from "./brief.ts";
import type { SourceNumber } from "./judge.ts";
import { shareWords } from "./share-words.ts";

/** A number with its unit, in both languages; a share is shown in percent. */
export function amountText(value: number, unit: Text | "share"): Text {
  if (unit === "share") {
    const text = `${significant(value * 100, 3)} %`;
    return { en: text, es: text };
  }
  const text = Math.abs(value) >= 1000 ? fixed(value, 0) : significant(value, 4);
  return { en: `${text} ${unit.en}`, es: `${text} ${unit.es}` };
}

/** What a claim says, as it is compared. */
export function saysText(says: Says): Text {
  if ("number" in says) return amountText(says.number, says.unit);
  if ("low" in says) {
    const low = amountText(says.low, { en: "", es: "" });
    const high = amountText(says.high, says.unit);
    return { en: `${low.en.trim()} to ${high.en}`, es: `${low.es.trim()} a ${high.es}` };
  }
  if ("up_to" in says) {
    const top = amountText(says.up_to, says.unit);
    return { en: `up to ${top.en}`, es: `hasta ${top.es}` };
  }
  if ("share" in says) {
    const words = shareWords(says.share);
    if (!words) return { en: says.share, es: says.share };
    const range = shareRange(words.low, words.high);
    return {
      en: `${words.name.en}: read as ${range.en}`,
      es: `${words.name.es}: se lee como ${range.es}`,
    };
  }
  if ("place" in says) return says.place.name;
  if ("reported" in says) return says.reported;
  return { en: "an expectation about the future", es: "una expectativa sobre el futuro" };
}

function shareRange(low: number, high: number): Text {
  const a = `${significant(low * 100, 3)} %`;
  const b = `${significant(high * 100, 3)} %`;
  if (high >= 1) return { en: `${a} or more`, es: `${a} o más` };
  if (low <= 0) return { en: `${b} or less`, es: `${b} o menos` };
  return { en: `${a} to ${b}`, es: `de ${a} a ${b}` };
}

/** The rule by which a claim is judged. */
export function ruleText(says: Says): Text {
  if ("place" in says) {
    return {
      en: "A reading of the listed rows: supported if at least two name the claimed place; contradicted if none does and at least two name another.",
      es: "Lectura de las filas citadas: respaldada si al menos dos nombran el lugar afirmado; contradicha si ninguna lo nombra y al menos dos nombran otro.",
    };
  }
  if ("reported" in says) {
    return {
      en: "A reading of the listed rows: supported by two independent sources with none against; with none at all it cannot be checked.",
      es: "Lectura de las filas citadas: respaldada por dos fuentes independientes y ninguna en contra; sin ninguna no se puede comprobar.",
    };
  }
  if ("expectation" in says) {
    return {
      en: "About the future: explored with the model below, not judged.",
      es: "Habla del futuro: se explora más abajo con el modelo y no se juzga.",
    };
  }
  if ("share" in says) {
    return {
      en: "Within 5 % of the range that the words are read as: supported. Outside it, on the same side of one half: overstated or understated. On the other side: contradicted.",
      es: "A menos de 5 % del intervalo que se da a esas palabras: respaldada. Fuera de él, del mismo lado de la mitad: exagerada o subestimada. Del otro lado: contradicha.",
    };
  }
  if ("up_to" in says) {
    return {
      en: "Within 5 % of the highest value that any source gives: supported. Off by less than a factor of two: overstated or understated. Else contradicted.",
      es: "A menos de 5 % del valor más alto que da una fuente: respaldada. Con menos del doble de diferencia: exagerada o subestimada. Si no, contradicha.",
    };
  }
  return {
    en: "Within 5 % of a source or inside a source's range: supported. Off by less than a factor of two in the right direction: overstated or understated. Else contradicted.",
    es: "A menos de 5 % de una fuente o dentro de su intervalo: respaldada. Con menos del doble de diferencia y la dirección correcta: exagerada o subestimada. Si no, contradicha.",
  };
}

/** Which months were read, for the end of a sentence. */
export function monthsText(months: readonly string[], by: string): Text {
  const distinct = [...new Set(months)];
  if (distinct.length === 0) return { en: "", es: "" };
  const say = (language: "en" | "es") =>
    distinct
      .map((m) =>
        m
          .split("..")
          .map((part) => dateWords(part, language))
          .join(language === "en" ? " to " : " a "),
      )
      .join(", ");
  return {
    en: ` (${say("en")}, the last published by ${dateWords(by, "en")}; the value is today's revision of that month)`,
    es: ` (${say("es")}, lo último publicado al ${dateWords(by, "es")}; el valor es la revisión actual de ese mes)`,
  };
}

/** The figures of every source beside each other. */
export function sourcesText(sources: readonly SourceNumber[], unit: Text | "share"): Text {
  const say = (language: "en" | "es") =>
    sources
      .map((source) => {
        const middle = amountText(source.value, unit)[language];
        if (source.low === source.high) return `${middle} [${source.id}]`;
        const low = amountText(source.low, unit === "share" ? unit : { en: "", es: "" })[language].trim();
        const high = amountText(source.high, unit === "share" ? unit : { en: "", es: "" })[language].trim();
        return language === "en"
          ? `${middle}, range ${low} to ${high} [${source.id}]`
          : `${middle}, intervalo de ${low} a ${high} [${source.id}]`;
      })
      .join("; ");
  return { en: say("en"), es: say("es") };
}

/** Joins sentences of both languages with a space, leaving out empty ones. */
export function joinTexts(...texts: readonly (Text | undefined)[]): Text {
  const say = (language: "en" | "es") =>
    texts
      .map((t) => t?.[language] ?? "")
      .filter((t) => t !== "")
      .join(" ");
  return { en: say("en"), es: say("es") };
}
