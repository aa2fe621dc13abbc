import { Code, TYPE } from "../../wasm/code.ts";

/** The functions of a module while it is written, by number. */
export class Functions {
  readonly list: Code[] = [];
  #search: number | undefined;

  add(code: Code): number {
    return this.list.push(code) - 1;
  }

  /**
   * Number of the function (x, table, last) → i32: the last row 0 .. last of a table of rows of 24 bytes whose first
   * number is at or below x; 0 if there is none, or x is NaN.
   */
  search(): number {
    this.#search ??= this.add(searchCode());
    return this.#search;
  }
}

function searchCode(): Code {
  const code = new Code([TYPE.f64, TYPE.i32, TYPE.i32], [TYPE.i32]);
  const [x, table, left] = [0, 1, 2];
  const low = code.local(TYPE.i32);
  const middle = code.local(TYPE.i32);
  // Rows low + 1 .. low + left may still be the one.
  code.open("block").open("loop").get(left).op("i32Eqz").branch("brIf", 1);
  code.get(left).i32(1).op("i32Add").i32(1).op("i32ShrU").set(middle);
  code
    .get(x)
    .get(table)
    .get(low)
    .get(middle)
    .op("i32Add")
    .i32(24)
    .op("i32Mul")
    .op("i32Add")
    .access("f64Load", 0);
  code.op("f64Ge").open("if");
  code.get(low).get(middle).op("i32Add").set(low);
  code.get(left).get(middle).op("i32Sub").set(left);
  code.op("else");
  code.get(middle).i32(1).op("i32Sub").set(left);
  code.op("end").branch("br", 0).op("end").op("end");
  return code.get(low);
}
