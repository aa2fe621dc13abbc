import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvCell, csvText, parseCsv } from "./csv.ts";
import { editDistance, nearestName } from "./nearest-name.ts";
import { formatExact, formatFixed, formatSignificant } from "./number-format.ts";
import { lineStarts, lineText, textPosition } from "./text-position.ts";

describe("text positions", () => {
  test("count lines and columns from 1 over every kind of line end", () => {
    const text = "ab\r\nc\rd\n\nxyz";
    expect(lineStarts(text)).toEqual([0, 4, 6, 8, 9]);
    expect(textPosition(text, 0)).toEqual({ line: 1, column: 1 });
    expect(textPosition(text, 5)).toEqual({ line: 2, column: 2 });
    expect(textPosition(text, 12)).toEqual({ line: 5, column: 4 });
    expect(textPosition(text, 99)).toEqual({ line: 5, column: 4 });
    expect([1, 2, 3, 4, 5, 6].map((n) => lineText(text, n))).toEqual(["ab", "c", "d", "", "xyz", ""]);
  });

  test("point back at the offset they came from", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "é", "\n", "\r", "\t")), fc.nat(40), (letters, at) => {
        const text = letters.join("");
        const offset = Math.min(at, text.length);
        const { line, column } = textPosition(text, offset);
        expect((lineStarts(text)[line - 1] ?? 0) + column - 1).toBe(offset);
      }),
    );
  });
});

describe("numbers as text", () => {
  test.each([
    [1234567.891, 1, "1,234,567.9"],
    [-0.04, 1, "0.0"],
    [-1234.5, 2, "-1,234.50"],
    [999.996, 2, "1,000.00"],
    [1e22, 0, "10,000,000,000,000,000,000,000"],
    [Number.NaN, 1, "n/a"],
    [Number.NEGATIVE_INFINITY, 0, "-∞"],
  ])("fixed: %d with %d decimals is %s", (value, digits, text) => {
    expect(formatFixed(value, digits)).toBe(text);
  });

  test.each([
    [1234.5, 3, "1,230"],
    [0.00012345, 2, "0.00012"],
    [0.0000000123, 2, "0.000000012"],
    [-9.996, 3, "-10"],
    [5e21, 2, "5,000,000,000,000,000,000,000"],
    [0, 4, "0"],
    [2.5, 6, "2.5"],
  ])("significant: %d to %d digits is %s", (value, digits, text) => {
    expect(formatSignificant(value, digits)).toBe(text);
  });

  test("exact texts that read back as the same number", () => {
    expect(formatExact(-0)).toBe("0");
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (x) => {
        expect(Number(formatExact(x))).toBe(x === 0 ? 0 : x);
      }),
    );
  });
});

describe("CSV", () => {
  const texts = (text: string): readonly (readonly string[])[] =>
    parseCsv("a.csv", text).rows.map((row) => row.cells.map((cell) => cell.text));

  test("reads quotes, line ends inside quotes, CRLF, a byte order mark and empty lines", () => {
    const text = '\uFEFFdate,"a ""b""",c\r\n\r\n2015-01,"x\ny",1\r\n2015-02,,-2';
    const table = parseCsv("a.csv", text);
    expect(table.diagnostics).toEqual([]);
    expect(table.header.map((cell) => cell.text)).toEqual(["date", 'a "b"', "c"]);
    expect(table.rows.map((row) => row.line)).toEqual([3, 5]);
    expect(texts(text)).toEqual([
      ["2015-01", "x\ny", "1"],
      ["2015-02", "", "-2"],
    ]);
    expect(text.slice(table.rows[0]!.cells[1]!.span.start, table.rows[0]!.cells[1]!.span.end)).toBe('"x\ny"');
  });

  test.each([
    ["", "csv-empty", 0],
    ["a,b\n1\n2,3", "csv-ragged", 1],
    ["a,b\n1,2,3", "csv-ragged", 0],
    ['a,b\n1,"2', "csv-open-quote", 1],
    ['a,b\n1,"2"x', "csv-text-after-quote", 1],
    ["a,a\n1,2", "csv-duplicate-column", 1],
  ])("finds what is wrong in %j: %s", (text, code, rows) => {
    const table = parseCsv("a.csv", text);
    expect(table.diagnostics.map((d) => d.code)).toEqual([code]);
    expect(table.rows).toHaveLength(rows);
  });

  test("makes formulas safe and leaves numbers alone", () => {
    expect(["=A1", "+x", "-x", "@x", "-3.5", "-1e-3", 'a"b', "a,b"].map(csvCell)).toEqual([
      '"\'=A1"',
      '"\'+x"',
      '"\'-x"',
      '"\'@x"',
      "-3.5",
      "-1e-3",
      '"a""b"',
      '"a,b"',
    ]);
    expect(
      csvText(
        ["t", "x (kg)"],
        [
          [1, -2.5],
          [2, undefined],
          [3, Number.NaN],
        ],
      ),
    ).toBe("t,x (kg)\n1,-2.5\n2,\n3,\n");
  });

  test("what is written is read back", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", " ", "é") });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
        const table = parseCsv("a.csv", csvText(["x", "y"], rows));
        expect(table.diagnostics).toEqual([]);
        const safe = rows.map((row) => row.map((text) => (text.startsWith("\r") ? `'${text}` : text)));
        expect(table.rows.map((row) => row.cells.map((c) => c.text))).toEqual(safe);
      }),
    );
  });

  test("never throws, and its cells lie in the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r") }), (text) => {
        for (const row of parseCsv("a.csv", text).rows) {
          for (const { span } of row.cells)
            expect(span.end <= text.length && span.start <= span.end).toBe(true);
        }
      }),
    );
  });
});

describe("the nearest name", () => {
  test("edit distance counts a swap of neighbours as one", () => {
    expect(editDistance("stock", "stokc")).toBe(1);
    expect(editDistance("kitten", "sitting")).toBe(3);
    expect(editDistance("", "abc")).toBe(3);
    expect(editDistance("abcdef", "uvwxyz", 2)).toBe(3);
  });

  test("offers what is near and nothing else", () => {
    const names = ["lab capacity", "border capacity", "deaths"];
    expect(nearestName("lab capcity", names)).toBe("lab capacity");
    expect(nearestName("Lab Capacity", names)).toBe("lab capacity");
    expect(nearestName("trade", names)).toBeUndefined();
    expect(nearestName("ab", ["xy"])).toBeUndefined();
  });
});
