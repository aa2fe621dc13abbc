/**
 * What the engine must reach, and what was measured: [what, at least or at most, measured] as rows. A ratio is ours
 * divided by theirs, from the model's table.
 */
export function targets(result) {
  const model = (id) => result.models.find((m) => m.id === id);
  const row = (id, name) => model(id)?.rows?.find((r) => r.id === name);
  /** Ours is the WebAssembly back end; without it nothing is compared. */
  const ratio = (id, name) => (model(id)?.base === "wasm" ? row(id, name)?.ratio : undefined);
  const calls = (id) => {
    const kept = model(id)?.calls?.kept;
    return kept ? Object.values(kept).reduce((a, b) => a + b, 0) : undefined;
  };
  const list = [
    ["SIR, runs a second", 150_000, row("sir", "wasm")?.rate, calls("sir")],
    [
      "WRLD3-sized, against C one statement per equation, `gcc -O2`",
      3,
      ratio("world", "c-conventional"),
      calls("world"),
    ],
  ];
  for (const [id, name] of [
    ["decision", "Crisis model from the decision date"],
    ["crisis", "Crisis model from the start"],
  ]) {
    list.push([`${name}, against module-variable JavaScript`, 20, ratio(id, "js-globals"), calls(id)]);
    list.push([`${name}, against C scalar \`-O3\`, libm`, 1.4, ratio(id, "c-scalar-libm"), calls(id)]);
    list.push([`${name}, against C scalar \`-O3\`, our kernels`, 1.8, ratio(id, "c-scalar-ours"), calls(id)]);
    list.push([`${name}, against C vectors of the same width`, 0.8, ratio(id, "c-2"), calls(id)]);
  }
  const quiet = !result.busy;
  list.push(["Two workers against one", 1.9, quiet ? result.workers?.factor : undefined]);
  const atLeast = list.map(([what, least, got, n]) => ({
    what,
    target: `≥ ${least.toLocaleString("en-US")}`,
    got,
    calls: n,
    met: got >= least,
  }));
  const atMost = [
    ["Own overhead of a run that does nothing, µs", 1, result.emptyRuns?.batch],
    [
      "Compiling the crisis model, cold, ms",
      200,
      quiet ? result.costs?.find((c) => c.id === "crisis")?.cold.total : undefined,
    ],
  ].map(([what, most, got]) => ({ what, target: `≤ ${most}`, got, met: got <= most }));
  return [...atLeast, ...atMost];
}
