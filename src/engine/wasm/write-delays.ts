import { Code, TYPE } from "../../wasm/code.ts";
import type { MemoryPlan } from "./memory-plan.ts";

/**
 * The function (bytes of lanes) that reads (`advance`: ring → held value) or fills (`push`: input → ring, then on
 * to the next place) the rings of the delays; every lane has a place and a length of its own.
 */
export function writeDelays(memory: MemoryPlan, delays: readonly number[], what: "advance" | "push"): Code {
  const code = new Code([TYPE.i32]);
  const bytes = 0;
  const lane = code.local(TYPE.i32);
  const quarter = code.local(TYPE.i32);
  const base = code.local(TYPE.i32);
  const place = code.local(TYPE.i32);
  const { stride, ringBases, ringPositions, ringLimits, held, inputs, lanes } = memory;
  for (const index of delays) {
    const positions = ringPositions + index * lanes * 4;
    code
      .i32(0)
      .access("i32Load", ringBases + index * 4)
      .set(base);
    code.i32(0).set(lane);
    code.open("loop");
    code.get(lane).i32(1).op("i32ShrU").set(quarter);
    code.get(quarter).access("i32Load", positions).set(place);
    if (what === "advance") {
      code.get(lane).get(base).get(place).op("i32Add").access("f64Load", 0);
      code.access("f64Store", held + index * stride);
    } else {
      code.get(base).get(place).op("i32Add");
      code.get(lane).access("f64Load", inputs + index * stride);
      code.access("f64Store", 0);
      code.get(quarter);
      // At the end of its ring a lane goes on at the beginning.
      code.get(lane);
      code.get(place).i32(stride).op("i32Add").tee(place);
      code.get(place);
      code.get(quarter).access("i32Load", ringLimits + index * lanes * 4);
      code.op("i32Eq").op("select");
      code.access("i32Store", positions);
    }
    code.get(lane).i32(8).op("i32Add").tee(lane).get(bytes).op("i32LtU").branch("brIf", 0).op("end");
  }
  return code;
}
