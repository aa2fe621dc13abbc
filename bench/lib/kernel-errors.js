// Errors of the kernels in units of the last place, against fixed-point arithmetic of 200 bits.

/** Places to measure at: kernel, words for the arguments, how one argument list is drawn from uniform numbers. */
const PLACES = [
  ["exp", "-1 .. 1", (u) => [2 * u() - 1]],
  ["exp", "-708 .. 709.78", (u) => [1417.78 * u() - 708]],
  ["exp", "-745.1 .. -708: subnormal results", (u) => [-745.1 + 37.1 * u()]],
  ["ln", "0.7 .. 1.5", (u) => [0.7 + 0.8 * u()]],
  ["ln", "1 ± 2^-5 .. 2^-50", (u) => [1 + (2 * u() - 1) * 2 ** (-50 + 45 * u())]],
  ["ln", "2^-1074 .. 2^1024", (u) => [2 ** (-1074 + 2097 * u())]],
  ["pow", "0.05 .. 20 to ±3", (u) => [0.05 + 19.95 * u(), 6 * u() - 3]],
  ["pow", "2^±10, result 2^±1020", (u) => to(2 ** (20 * u() - 10), 1414 * u() - 707)],
  [
    "pow",
    "1 ± 2^-3 .. 2^-50, result 2^±1020",
    (u) => to(1 + (2 * u() - 1) * 2 ** (-50 + 47 * u()), 1414 * u() - 707),
  ],
  ["pow", "2^±1000 to ±1", (u) => [2 ** (2000 * u() - 1000), 2 * u() - 1]],
  ["pow", "2^±10, subnormal results", (u) => to(2 ** (20 * u() - 10), -745 + 37 * u())],
];

/** x and the y for which x^y is about e^goal. */
function to(x, goal) {
  const base = x === 1 ? 1.5 : x;
  return [base, goal / Math.log(base)];
}

/** Rows of a table: kernel, arguments, how many, largest error. */
export function ulpRows(js, exact, randomOf, count) {
  const { exactExp, exactLn, fixed, times, ulpError } = exact;
  const truth = {
    exp: (x) => exactExp(fixed(x)),
    ln: (x) => [exactLn(x)],
    pow: (x, y) => exactExp(times(fixed(y), exactLn(x))),
  };
  return PLACES.filter(([name]) => name in js).map(([name, words, draw]) => {
    const random = randomOf(`errors ${name} ${words}`);
    let worst = 0;
    for (let i = 0; i < count; i++) {
      const args = draw(random);
      const error = ulpError(js[name](...args), ...truth[name](...args));
      if (error > worst) worst = error;
    }
    return [name, words, count, worst.toFixed(4)];
  });
}
