import { expect, test } from "vitest";
import { kernelErrors } from "./kernel-errors.ts";
import type { KernelName } from "./kernels.ts";

/** What the functions' doc sentences promise, in units of the last place. */
const PROMISED: Readonly<Record<KernelName, number>> = {
  ...{ exp: 0.52, ln: 0.52, pow: 0.54 },
  ...{ sin: 0.8, cos: 0.8, tan: 1.1, atan: 0.85 },
};

test.each(Object.entries(PROMISED) as [KernelName, number][])(
  "%s is off by less than %f ulp",
  (name, promised) => {
    expect(kernelErrors(name, 1500).filter(({ largest }) => !(largest < promised))).toEqual([]);
  },
);
