// Measures slider moves; the same code in Node and in a page, which hand in the package's functions and a pool.

/**
 * Loads draws into a pool's workers, then moves a lever `count` times, each time to another value: every move runs all
 * draws from the decision date and brings back all outcomes at all months. Times in ms, from the call to the moment when
 * the last double is here.
 */
export async function measureMoves(
  { openSession, movedColumn },
  pool,
  request,
  { lever, at, top, count, warmUp },
) {
  const begun = performance.now();
  const session = await openSession(pool, request);
  const load = performance.now() - begun;
  const times = [];
  let moved;
  for (let i = 0; i < warmUp + count; i++) {
    const value = (top * ((i * 7) % 41)) / 40;
    const start = performance.now();
    moved = await session.move({ id: `move ${i}`, schedules: { [lever]: [{ at, value }] } });
    times.push(performance.now() - start);
  }
  const start = performance.now();
  bands(movedColumn, moved);
  const band = performance.now() - start;
  session.close();
  const doubles = moved.pieces.reduce((sum, { values }) => sum + values.length, 0);
  return { load, first: times[0], times: times.slice(warmUp), band, doubles, digest: digest(moved) };
}

/** The 5, 50 and 95 % points of the first outcome at every save. */
function bands(movedColumn, moved) {
  return moved.saves.map((_, save) => {
    const column = movedColumn(moved, 0, save).sort();
    return [0.05, 0.5, 0.95].map((share) => column[Math.floor(share * (column.length - 1))]);
  });
}

/** A number that says whether two results have the same bits; every NaN is one. */
function digest({ pieces, bounds, saves }) {
  const rows = pieces[0].values.length / (bounds[1] - bounds[0]);
  let hash = saves.length;
  const word = new Uint32Array(2);
  const double = new Float64Array(word.buffer);
  // Row after row, draw after draw: another cut into pieces has the same digest.
  for (let row = 0; row < rows; row++)
    pieces.forEach(({ values }, p) => {
      const length = bounds[p + 1] - bounds[p];
      for (let d = 0; d < length; d++) {
        const value = values[row * length + d];
        double[0] = Number.isNaN(value) ? Number.NaN : value;
        hash = Math.imul(hash ^ word[0], 0x01000193);
        hash = Math.imul(hash ^ word[1], 0x01000193);
      }
    });
  return hash >>> 0;
}

/**
 * The work of one of `workers` workers in this thread: its chunks one after the other, no messages. Median ms over
 * `count` moves.
 */
export function measureAlone(
  { sessionWork, leverTable, chunkBounds },
  request,
  workers,
  { lever, at, top, count },
) {
  const { history, rows, ...shared } = request;
  const bounds = chunkBounds(rows.draws, workers);
  const hand = sessionWork.prepare({ shared, rows, firstDraw: 0, bounds });
  const { ir, saveSteps, branchStep } = shared;
  const mine = bounds.slice(1).flatMap((_, i) => (i % workers === 0 ? [i] : []));
  const tables = Array.from({ length: count }, (_, i) =>
    leverTable(ir, { [lever]: [{ at, value: (top * ((i * 7) % 41)) / 40 }] }),
  );
  const past = { part: "history", levers: leverTable(ir, history), saveSteps: [], overrides: [] };
  for (const i of mine) hand.chunk(past, i);
  const late = saveSteps.filter((k) => k >= branchStep);
  const times = tables.map((levers) => {
    const start = performance.now();
    for (const i of mine) hand.chunk({ part: "branch", levers, saveSteps: late, overrides: [] }, i);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[count >> 1];
}

/** Times of the steps from the text of a model to its first run, in ms. */
export function measureCompile({ compileModel, wasmBytes, instantiateWasm }, files, outputs) {
  const marks = [performance.now()];
  const mark = () => marks.push(performance.now());
  const { ir } = compileModel(files).model;
  mark();
  const made = wasmBytes(ir, outputs);
  mark();
  const module = new WebAssembly.Module(made.bytes);
  mark();
  instantiateWasm(made, module);
  mark();
  const [text, bytes, compiled, instance] = marks.slice(1).map((time, i) => time - marks[i]);
  return { text, bytes, compiled, instance, size: made.bytes.length };
}
