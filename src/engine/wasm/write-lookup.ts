import { TYPE } from "../../wasm/code.ts";
import { tableSlopes } from "../tables.ts";
import type { Node } from "./graph.ts";
import type { GroupWriter } from "./write-group.ts";

/** 2^52: added to a whole number below it, leaves that number in the low bits of the sum. */
const TWO52 = 4503599627370496;
/** Bytes of a row (x, y, slope). */
const ROW = 24;
/** Tables of more points are searched by halving, one lane at a time. */
const COUNTED = 32;

/**
 * The value of a table, with the operations of `tableKernel`: the points at or below the argument are counted and
 * that row is fetched; the last row of a table that is held at its ends has the slope 0.
 */
export function writeLookup(
  writer: GroupWriter,
  { value: table, args }: Node,
  target: readonly number[],
): void {
  const { code, plan } = writer;
  const { x, y, shape } = plan.model.ir.tables[table]!;
  const slopes = tableSlopes(plan.model.ir.tables[table]!);
  const base = plan.memory.tables[table]!;
  const last = x.length - 1;
  const given = writer.inLocals(args[0]!);
  const clamps = shape === undefined;
  const ends = clamps && !endsByFormula(x, y, slopes);
  const at = clamps ? target.map(() => writer.take()) : target.map((_, v) => given[v] ?? given[0]!);
  if (clamps)
    target.forEach((_, v) => {
      code
        .get(given[v] ?? given[0]!)
        .f64x2(x[0]!)
        .simd("f64x2Pmax");
      code.f64x2(x[last]!).simd("f64x2Pmin").set(at[v]!);
    });
  const counted = x.length <= COUNTED;
  // target: minus the number of points passed, as whole numbers.
  if (counted) {
    for (let i = 1; i <= last; i++)
      target.forEach((local, v) => {
        if (i > 1) code.get(local);
        code.get(at[v]!).f64x2(x[i]!).simd("f64x2Ge");
        if (i > 1) code.simd("i64x2Add");
        code.set(local);
      });
  }
  const rows = [code.local(TYPE.i32), code.local(TYPE.i32)];
  const [rowX, slope] = [writer.take(), writer.take()];
  target.forEach((local, v) => {
    rows.forEach((row, lane) => {
      if (last === 0) code.i32(0);
      else if (counted)
        code
          .get(local)
          .lane("i32x4ExtractLane", 2 * lane)
          .i32(-ROW)
          .op("i32Mul");
      else {
        code
          .get(at[v]!)
          .lane("f64x2ExtractLane", lane as 0 | 1)
          .i32(base)
          .i32(last);
        code.call(writer.kernels.search()).i32(ROW).op("i32Mul");
      }
      code.set(row);
    });
    const fetch = (offset: number) => {
      code
        .get(rows[1]!)
        .get(rows[0]!)
        .vector("load64Zero", base + offset);
      code.lane64("load64Lane", base + offset, 1);
    };
    fetch(8);
    if (shape !== "stepwise") {
      fetch(0);
      code.set(rowX);
      fetch(16);
      code.set(slope);
      code.get(at[v]!).get(rowX).simd("f64x2Sub").get(slope).simd("f64x2Mul").simd("f64x2Add");
    }
    code.set(local);
    const argument = given[v] ?? given[0]!;
    if (shape === "stepwise") {
      // NaN for NaN.
      code.get(local).get(argument).get(argument).get(argument).simd("f64x2Eq").simd("bitselect").set(local);
    }
    if (ends) {
      code.f64x2(y[0]!).get(local).get(argument).f64x2(x[0]!).simd("f64x2Le").simd("bitselect").set(local);
      code
        .f64x2(y[last]!)
        .get(local)
        .get(argument)
        .f64x2(x[last]!)
        .simd("f64x2Ge")
        .simd("bitselect")
        .set(local);
    }
  });
  writer.give([rowX, slope]);
  if (clamps) writer.give(at);
}

/** True when y + 0 * slope gives the very y of both ends. */
function endsByFormula(x: readonly number[], y: readonly number[], slopes: Float64Array): boolean {
  const finite = slopes.every((slope) => Number.isFinite(slope));
  return (
    finite && x[0]! < (x[1] ?? Number.POSITIVE_INFINITY) && !Object.is(y[0], -0) && !Object.is(y.at(-1), -0)
  );
}

/** The parameter that a number chooses: params[first + clamp(floor(arg), 0, count - 1)], the first for NaN. */
export function writePick(
  writer: GroupWriter,
  { value: first, args }: Node,
  target: readonly number[],
): void {
  const { code, plan } = writer;
  const { params, stride } = plan.memory;
  const [arg, countNode] = args as [number, number];
  const count = writer.node(countNode).value;
  const base = params + first * stride;
  const row = code.local(TYPE.i32);
  const chosen = writer.take();
  /** Leaves the address of the row of a lane's parameter, without its base, in `row`. */
  const find = (v: number) => {
    writer.push(arg, v);
    code
      .simd("f64x2Floor")
      .f64x2(count - 1)
      .simd("f64x2Pmin")
      .set(chosen);
    code.get(chosen).get(chosen).f64x2(0).simd("f64x2Gt").simd("and");
    code.f64x2(TWO52).simd("f64x2Add").set(chosen);
  };
  const address = (lane: 0 | 1) => {
    code
      .get(chosen)
      .lane("i32x4ExtractLane", 2 * lane)
      .i32(stride)
      .op("i32Mul");
    code.get(writer.lane).op("i32Add");
  };
  if (writer.node(arg).uniform) {
    find(0);
    address(0);
    code.set(row);
    target.forEach((local, v) => {
      code
        .get(row)
        .vector("load", base + 16 * v)
        .set(local);
    });
  } else
    target.forEach((local, v) => {
      find(v);
      address(1);
      address(0);
      code.vector("load64Zero", base + 16 * v);
      code.lane64("load64Lane", base + 16 * v + 8, 1);
      code.set(local);
    });
  writer.give([chosen]);
}
