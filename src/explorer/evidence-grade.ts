import type { Text } from "../base/text.ts";
import { rowRange, rowUnit } from "../evidence/check-citation.ts";
import type { EvidenceRow } from "../evidence/register.ts";
import type { Variable } from "../model/model.ts";
import { BUILT_IN_UNITS } from "../units/table.ts";
import { sameDimensions } from "../units/unit.ts";
import type { Grade } from "./evidence-record.ts";

/** How firm a number is, and why, in one sentence. */
export interface Graded {
  readonly grade: Grade;
  readonly why: Text;
}

/** A row that a number cites. */
export interface GradedRow {
  readonly id: string;
  /** verified, secondary or unverified. */
  readonly status: string;
  /** Its publisher, as the register says it. */
  readonly source: string;
  /** It speaks of the number itself, not of an analogue or another measure. */
  readonly direct: boolean;
}

/** What a grade is made from. */
export interface GradeInput {
  readonly rows: readonly GradedRow[];
  /** Names of publishers of official counts, as rows of the register begin their source. */
  readonly official: readonly string[];
  /** Open objections of the critiques that name it. */
  readonly disputes: number;
}

/**
 * The grade of a number that cites rows:
 * A verified, direct rows of two publishers or more, or a verified official count; B verified, direct rows of one publisher;
 * C verified rows of an analogue or another measure, rows read second-hand only, or an A or B that an open objection disputes;
 * D unverified rows only; E no row at all.
 */
export function gradeOf({ rows, official, disputes }: GradeInput): Graded {
  const ids = (list: readonly GradedRow[]) => list.map(({ id }) => id).join(", ");
  const verified = rows.filter(({ status }) => status === "verified");
  const firm = verified.filter(({ direct }) => direct);
  const counted = firm.filter(({ source }) => official.some((name) => source.startsWith(name)));
  const publishers = new Set(firm.map(({ source }) => publisher(source)));
  const disputed = (graded: Graded): Graded =>
    disputes === 0
      ? graded
      : {
          grade: "C",
          why: {
            en: `${graded.why.en} An open objection disputes it.`,
            es: `${graded.why.es} Una objeción abierta lo discute.`,
          },
        };
  if (counted.length > 0) {
    const where = ids(counted);
    return disputed({
      grade: "A",
      why: { en: `An official count, verified: ${where}.`, es: `Conteo oficial, verificado: ${where}.` },
    });
  }
  if (publishers.size > 1) {
    const where = ids(firm);
    return disputed({
      grade: "A",
      why: {
        en: `Verified rows of ${publishers.size} publishers: ${where}.`,
        es: `Filas verificadas de ${publishers.size} autores distintos: ${where}.`,
      },
    });
  }
  if (firm.length > 0) {
    const where = ids(firm);
    return disputed({
      grade: "B",
      why: { en: `Verified, of one publisher: ${where}.`, es: `Verificado, de un solo autor: ${where}.` },
    });
  }
  if (verified.length > 0) {
    const where = ids(verified);
    return {
      grade: "C",
      why: {
        en: `Verified, but of another measure, place or time: ${where}.`,
        es: `Verificado, pero de otra medida, lugar o época: ${where}.`,
      },
    };
  }
  const second = rows.filter(({ status }) => status === "secondary");
  if (second.length > 0) {
    const where = ids(second);
    return {
      grade: "C",
      why: {
        en: `Read second-hand, not in the source itself: ${where}.`,
        es: `Leído de segunda mano, no en la fuente misma: ${where}.`,
      },
    };
  }
  if (rows.length > 0) {
    const where = ids(rows);
    return {
      grade: "D",
      why: { en: `Only rows not yet verified: ${where}.`, es: `Solo filas aún sin verificar: ${where}.` },
    };
  }
  return {
    grade: "E",
    why: {
      en: "No published source stands behind it: a judgement of the model's authors.",
      es: "No lo respalda ninguna fuente publicada: es un juicio de los autores del modelo.",
    },
  };
}

/**
 * Who stands behind a row: the letters that its source begins with, such as "fda" or "gao". Two that begin alike count as one,
 * which errs towards the lower grade.
 */
function publisher(source: string): string {
  return (/\p{L}+/u.exec(source)?.[0] ?? source).toLowerCase();
}

/**
 * Whether a row gives a constant's number itself: the chapter makes no reservation, or the number lies in the row's range in
 * a unit that converts.
 */
export function isDirect(
  { dimensions, value }: Pick<Variable, "dimensions" | "value">,
  reason: string | undefined,
  row: EvidenceRow | undefined,
): boolean {
  if (reason === undefined || row === undefined) return row !== undefined;
  const unit = rowUnit(row, BUILT_IN_UNITS);
  if (unit === undefined || dimensions === undefined || value === undefined) return false;
  const range = sameDimensions(unit, dimensions) ? rowRange(row, unit) : undefined;
  return range !== undefined && value >= range.low && value <= range.high;
}

/** An outcome is graded by how it is counted: `error` is the relative error of its best series in percent. */
export function outcomeGrade(series: readonly { readonly label: Text; readonly error?: number }[]): Graded {
  const [best] = [...series].sort((a, b) => (a.error ?? 100) - (b.error ?? 100));
  if (best === undefined) {
    return {
      grade: "D",
      why: {
        en: "No published series counts it: the model computes it, and nothing yet shows whether it is right.",
        es: "Ninguna serie publicada lo cuenta: el modelo lo calcula y nada muestra aún si acierta.",
      },
    };
  }
  const { label, error } = best;
  if (error === undefined) {
    return {
      grade: "C",
      why: {
        en: `A published series is shown beside it, and the model is not scored on it: ${label.en}.`,
        es: `Junto a él se muestra una serie publicada con la que el modelo no se califica: ${label.es}.`,
      },
    };
  }
  const grade = error <= 5 ? "A" : error <= 10 ? "B" : "C";
  return {
    grade,
    why: {
      en: `Counted to within about ${error} %: ${label.en}.`,
      es: `Contado con un error de cerca de ${error} %: ${label.es}.`,
    },
  };
}
