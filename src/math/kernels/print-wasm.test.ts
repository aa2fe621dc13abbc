import { describe, expect, test } from "vitest";
import { atan } from "../atan.ts";
import { cos } from "../cos.ts";
import { exp } from "../exp.ts";
import { ln } from "../ln.ts";
import { pow } from "../pow.ts";
import { sin } from "../sin.ts";
import { tan } from "../tan.ts";
import { ARGUMENT_SETS, EDGES, randomOf } from "./kernel-arguments.ts";
import { COUNT, kernelModule, type Way } from "./kernel-module.ts";
import { KERNELS, type KernelName } from "./kernels.ts";

const HOST: Readonly<Record<KernelName, (x: number, y: number) => number>> = {
  exp,
  ln,
  pow,
  sin,
  cos,
  tan,
  atan,
};
const WAYS: readonly Way[] = ["inline1", "inline2", "call2", "full"];

/** The first arguments at which a way of the module has other bits than the host's function; all NaN are equal. */
function difference(name: KernelName, pairs: () => readonly [number, number], batches: number) {
  const { x, y, out, run } = kernelModule(KERNELS[name]);
  const wanted = new Float64Array(COUNT);
  for (let batch = 0; batch < batches; batch++) {
    for (let i = 0; i < COUNT; i++) {
      [x[i], y[i]] = pairs() as [number, number];
      wanted[i] = HOST[name](x[i]!, y[i]!);
    }
    for (const way of WAYS) {
      out.fill(7);
      run[way]();
      const i = wanted.findIndex((value, at) => !Object.is(value, out[at]!));
      if (i >= 0) return { way, x: x[i], y: y[i], host: wanted[i], wasm: out[i] };
    }
  }
  return undefined;
}

describe.each(Object.keys(KERNELS) as KernelName[])(
  "%s in WebAssembly has the bits of the host's function",
  (name) => {
    test.each(Object.entries(ARGUMENT_SETS))("arguments: %s", (set, draw) => {
      const random = randomOf(set);
      expect(difference(name, () => draw(random), 130)).toBeUndefined();
    });
    test("every pair of edges", () => {
      let n = 0;
      const pairs = () => {
        const pair = [EDGES[n % EDGES.length]!, EDGES[Math.floor(n / EDGES.length) % EDGES.length]!] as const;
        n++;
        return pair;
      };
      expect(difference(name, pairs, Math.ceil(EDGES.length ** 2 / COUNT))).toBeUndefined();
    });
  },
);
