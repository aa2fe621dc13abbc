import { expect, test } from "vitest";
import {
  BITS,
  exactAtan,
  exactExp,
  exactLn,
  exactSinCos,
  fixed,
  LN2,
  ONE,
  PI,
  toDouble,
  ulpError,
} from "./exact.ts";

/** The first 50 digits after the point, cut. */
const digits = (value: bigint): string => {
  const scaled = ((value < 0n ? -value : value) * 10n ** 50n) >> BITS;
  return `${scaled / 10n ** 50n}.${(scaled % 10n ** 50n).toString().padStart(50, "0")}`;
};

test("constants and functions have the digits that tables print", () => {
  expect(digits(PI)).toBe("3.14159265358979323846264338327950288419716939937510");
  expect(digits(LN2)).toBe("0.69314718055994530941723212145817656807550013436025");
  const [e, power] = exactExp(ONE);
  expect(digits(e << BigInt(power))).toBe("2.71828182845904523536028747135266249775724709369995");
  expect(digits(exactLn(10))).toBe("2.30258509299404568401799145468436420760110148862877");
  expect(digits(exactSinCos(ONE)[0])).toBe("0.84147098480789650665250232163029899962256306079837");
  expect(digits(exactSinCos(ONE)[1])).toBe("0.54030230586813971740093660744297660373231042061792");
  expect(digits(exactAtan(ONE / 2n))).toBe("0.46364760900080611621425623146121440202853705428612");
});

test("an error is counted in the last place of the true value", () => {
  expect(ulpError(1, ONE)).toBe(0);
  expect(ulpError(1 + 2 ** -52, ONE)).toBe(1);
  expect(ulpError(1 - 2 ** -53, ONE)).toBe(0.5);
  expect(ulpError(5e-324, ONE + ONE / 2n, -1074)).toBe(0.5);
  expect(ulpError(Number.NaN, ONE)).toBe(Number.POSITIVE_INFINITY);
  expect(toDouble(fixed(0.1))).toBe(0.1);
});
