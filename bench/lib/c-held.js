import { createEmitter } from "./c-emit.js";

/** Steps by which a date or a duration may miss a step and still mean it (src/engine/held-memory.ts). */
const SLACK = "1e-6";
const reached = (k, date) => `(BC(START_INDEX + ${k}) >= ${date} * BC(PER_UNIT) - BC(${SLACK}))`;

/** Starts of stocks and held variables, each when its turn comes, since they read each other; then rings and marks. */
export function startLines(program) {
  const { starts, held } = program;
  const emitter = createEmitter(program, "start", { prefix: "q" });
  const lines = [];
  for (const { of, index, node } of starts) {
    lines.push(...emitter.lines([node]));
    lines.push(`${of === "stock" ? "y" : "h"}[${index}] = ${emitter.value(node)};`);
  }
  held.forEach((h, i) => {
    if (h.kind === "delay") {
      lines.push(...emitter.lines([h.duration]));
      lines.push(`{ const V late = ${emitter.value(h.duration)}; int most = 0; (void)late;`);
      lines.push("for (int j = 0; j < LANES; j++) { const double x = floor(LANE(late, j) * PER_UNIT + 0.5);");
      lines.push(`length[${i}][j] = x > STEPS ? STEPS + 1 : x >= 1 ? (int)x : 1;`);
      lines.push(`if (length[${i}][j] > most) most = length[${i}][j]; }`);
      lines.push(`for (int m = 0; m < most; m++) ring[${i}][m] = h[${i}]; }`);
    } else if (h.kind === "sample") {
      lines.push(...emitter.lines([h.at]));
      lines.push(`mark[${i}] = NUM(${reached("0", emitter.value(h.at))});`);
    }
  });
  return lines;
}

/**
 * What held variables do at a step: delays give (ADVANCE) and take (PUSH), samples follow until they settle, rules act at
 * month ends; the meaning is that of src/engine/held-memory.ts.
 */
export function heldLines(program) {
  const { held, nodes } = program;
  const each = (kind, f) => held.flatMap((h, i) => (h.kind === kind ? f(h, i) : []));
  const sameForAll = (h) => !nodes[h.duration].varies;
  const pushed = createEmitter(program, "push");
  return {
    ADVANCE: each("delay", (h, i) => [
      sameForAll(h)
        ? `h[${i}] = ring[${i}][k % length[${i}][0]];`
        : `h[${i}] = GATHER(LANE(ring[${i}][k % length[${i}][i]], i));`,
    ]),
    PUSH: [
      ...pushed.lines(),
      ...each("delay", (h, i) => [
        sameForAll(h)
          ? `ring[${i}][k % length[${i}][0]] = ${pushed.value(h.input)};`
          : `{ const V w = ${pushed.value(h.input)}; for (int j = 0; j < LANES; j++) LANE(ring[${i}][k % length[${i}][j]], j) = LANE(w, j); }`,
      ]),
    ],
    SAMPLES: each("sample", (h, i) => {
      const e = createEmitter(program, "samples", { roots: [h.input, h.at] });
      return [
        `if (ANY(mark[${i}] == BC(0.0))) {`,
        ...e.lines(),
        `const M open = mark[${i}] == BC(0.0);`,
        `h[${i}] = SEL(open, ${e.value(h.input)}, h[${i}]);`,
        `mark[${i}] = SEL(AND(open, ${reached("k", e.value(h.at))}), BC(1.0), mark[${i}]); }`,
      ];
    }),
    RULES: each("rule", (h, i) => {
      const roots = [h.from, h.when, h.by, h.upTo, h.every, h.until, h.initial];
      const e = createEmitter(program, "rules", { roots });
      return [
        "{",
        ...e.lines(),
        `const M begun = ${reached("k", e.value(h.from))}, ends = ${e.mask(h.until)};`,
        `const M due = BC(k) - mark[${i}] >= ${e.value(h.every)} * BC(PER_UNIT) - BC(${SLACK});`,
        `const M raises = AND(AND(begun, NOT(ends)), AND(${e.mask(h.when)}, due));`,
        `const V next = h[${i}] + ${e.value(h.by)};`,
        `h[${i}] = SEL(AND(begun, ends), ${e.value(h.initial)}, SEL(raises, k_min(next, ${e.value(h.upTo)}), h[${i}]));`,
        `mark[${i}] = SEL(raises, BC(k), mark[${i}]); }`,
      ];
    }),
  };
}
