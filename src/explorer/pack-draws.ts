/**
 * Stored draws as bytes that compress well, `draws.bin` before it is deflated: 32-bit floats (little-endian) column after column,
 * and of these first all lowest bytes, then all second, third and highest ones.
 */
export function packDraws(values: Float32Array, columns: number): Uint8Array<ArrayBuffer> {
  return shuffle(transposed(values, columns));
}

/** The draws of `packDraws`, row after row. Throws a RangeError when the bytes are not whole rows of so many columns. */
export function unpackDraws(bytes: Uint8Array, columns: number): Float32Array {
  if (columns === 0) return new Float32Array(0);
  if (bytes.length % (4 * columns) !== 0) throw new RangeError("the draws are not whole rows");
  return transposed(unshuffle(bytes), bytes.length / 4 / columns);
}

/** All lowest bytes of the numbers, then all second ones, and so on: neighbours are alike. */
export function shuffle(values: Float32Array): Uint8Array<ArrayBuffer> {
  const plain = new DataView(new ArrayBuffer(values.length * 4));
  for (let i = 0; i < values.length; i++) plain.setFloat32(4 * i, values[i]!, true);
  const bytes = new Uint8Array(values.length * 4);
  for (let i = 0; i < values.length; i++)
    for (let b = 0; b < 4; b++) bytes[b * values.length + i] = plain.getUint8(4 * i + b);
  return bytes;
}

/** The numbers of `shuffle`. */
export function unshuffle(bytes: Uint8Array): Float32Array {
  const count = bytes.length / 4;
  const plain = new DataView(new ArrayBuffer(bytes.length));
  for (let i = 0; i < count; i++)
    for (let b = 0; b < 4; b++) plain.setUint8(4 * i + b, bytes[b * count + i]!);
  return Float32Array.from({ length: count }, (_, i) => plain.getFloat32(4 * i, true));
}

/** Rows of `columns` numbers as columns, one after the other; its own inverse with the number of rows. */
function transposed(values: Float32Array, columns: number): Float32Array {
  const out = new Float32Array(values.length);
  const rows = columns === 0 ? 0 : values.length / columns;
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) out[c * rows + r] = values[r * columns + c]!;
  return out;
}
