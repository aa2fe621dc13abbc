import type { Expr, Statement } from "./ast.ts";
import { ENGLISH_MATH, type MathWords, mathExpression, ROW_LIMIT } from "./mathml.ts";
import {
  filled,
  INDENT,
  lines,
  markupText,
  nameWords,
  operator,
  type Piece,
  prefix,
  row,
} from "./mathml-parts.ts";

/** Words between the equations of a definition. */
export interface StatementWords extends MathWords {
  /** "at the start" of a stock. */
  readonly start: string;
  /** "for" an element of an array. */
  readonly of: string;
}

export const ENGLISH_STATEMENT: StatementWords = { ...ENGLISH_MATH, start: "at the start", of: "for" };

/**
 * What a definition says as equations in presentation MathML, one `math` element each: a stock's change and its start, an equation with
 * its exceptions, what an observation compares. Undefined for statements that are no equation: levers, tables, data, rules ...
 * `unit` stands in brackets behind the left side; `time` is the unit of time in which stocks change.
 */
export function statementMathml(
  statement: Statement,
  { unit, time }: { readonly unit: string; readonly time: string },
  words: StatementWords = ENGLISH_STATEMENT,
  limit = ROW_LIMIT,
): readonly string[] | undefined {
  switch (statement.kind) {
    case "stock": {
      const name = nameWords(statement.name.text);
      const change = {
        markup: row(
          "<mfrac><mi>d</mi><mrow><mi>d</mi><mi>t</mi></mrow></mfrac>",
          '<mspace width="0.25em"></mspace>',
          name.markup,
        ),
        width: name.width + 3,
      };
      const flows = [
        ...statement.inflows.map((e) => ({ sign: "+", e })),
        ...statement.outflows.map((e) => ({ sign: "−", e })),
      ];
      return [
        equation(change, perTime(unit, time), netFlow(flows, words, limit), limit),
        equation(
          withWords(name, words.start),
          undefined,
          mathExpression(statement.start, words, limit - 2),
          limit,
        ),
      ];
    }
    case "equation": {
      const name = nameWords(statement.name.text);
      const exceptions = (statement.exceptions ?? []).map((one) => {
        const where = `${words.of} ${one.elements.map(({ text }) => text).join(", ")}`;
        return equation(withWords(name, where), undefined, mathExpression(one.expr, words, limit - 2), limit);
      });
      return [equation(name, unit, mathExpression(statement.expr, words, limit - 2), limit), ...exceptions];
    }
    case "observe":
      return [
        equation(
          nameWords(statement.name.text),
          unit,
          mathExpression(statement.expr, words, limit - 2),
          limit,
        ),
      ];
    default:
      return undefined;
  }
}

/** `left [unit] = right`, the right side on rows of its own where both do not fit on one. */
function equation(left: Piece, unit: string | undefined, right: Piece, limit: number): string {
  const bracket = unit === undefined ? "" : `<mtext class="unit">&#160;[${markupText(unit)}]</mtext>`;
  const head = row(left.markup, bracket, operator("="));
  const width = left.width + (unit === undefined ? 0 : unit.length + 3) + 2;
  const body =
    width + right.width <= limit
      ? row(head, right.markup)
      : lines("rows", [[head], ...(right.rows ?? [right]).map(({ markup }) => [row(INDENT, markup)])]);
  return `<math display="block">${body}</math>`;
}

function netFlow(
  flows: readonly { readonly sign: string; readonly e: Expr }[],
  words: MathWords,
  limit: number,
): Piece {
  if (flows.length === 0) return { markup: "<mn>0</mn>", width: 1 };
  const pieces = flows.map(({ sign, e }) => ({ sign, piece: mathExpression(e, words, limit - 4) }));
  const first = pieces[0]!;
  if (first.sign === "+") return filled(pieces, limit - 2);
  const negative = {
    markup: row(prefix("−"), first.piece.markup),
    width: first.piece.width + 2,
  };
  return filled([{ sign: "+", piece: negative }, ...pieces.slice(1)], limit - 2);
}

function withWords(name: Piece, words: string): Piece {
  return {
    markup: row(name.markup, `<mtext>, ${markupText(words)}</mtext>`),
    width: name.width + words.length + 2,
  };
}

/** Unit of a stock's change: `kg` changes in `kg/year`. */
function perTime(unit: string, time: string): string {
  return `${unit === "" ? "1" : unit}/${time}`;
}
