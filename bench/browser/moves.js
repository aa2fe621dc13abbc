// Measures slider moves; the same code in Node and in a page, which hand in the package's functions and a pool.

/**
 * Loads draws into a pool's workers. Then `run(count)` moves a lever `count` times, each time to another value: every move
 * runs all draws from the decision date and brings back all outcomes at all months. Times in ms, from the call to the
 * moment when the last double is here.
 */
export async function openMoves({ openSession, movedColumn }, pool, request, { lever, at, top }) {
  const begun = performance.now();
  const session = await openSession(pool, request);
  const load = performance.now() - begun;
  let made = 0;
  let moved;
  return {
    load,
    async run(count) {
      const times = [];
      for (let i = 0; i < count; i++) {
        const value = leverValue(top, made++);
        const start = performance.now();
        moved = await session.move({ id: `move ${made}`, schedules: { [lever]: [{ at, value }] } });
        times.push(performance.now() - start);
      }
      return times;
    },
    async finish() {
      const start = performance.now();
      bands(movedColumn, moved);
      const band = performance.now() - start;
      session.close();
      await pool.close();
      const doubles = moved.pieces.reduce((sum, { values }) => sum + values.length, 0);
      return { band, doubles, digest: digest(moved) };
    },
  };
}

/** Where the lever goes at its i-th move. */
const leverValue = (top, i) => (top * ((i * 7) % 41)) / 40;

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
