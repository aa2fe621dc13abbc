/**
 * A permutation of 0 .. 2^bits - 1 chosen by three random words: rounds of addition, multiplication by an odd
 * number and xor-shift, each of which is one-to-one on `bits` bits (at most 31).
 */
export function permute(index: number, bits: number, word0: number, word1: number, word2: number): number {
  const mask = bits >= 32 ? -1 : (1 << bits) - 1;
  const shift = (bits + 1) >> 1;
  let x = index;
  let key = word0;
  for (let round = 0; round < 4; round++) {
    x = (x + key) & mask;
    x = Math.imul(x, word1 | 1) & mask;
    if (shift > 0) x ^= x >>> shift;
    x = Math.imul(x, (word2 >>> (round + 1)) | 1) & mask;
    if (bits > 1) x ^= x >>> 1;
    key = Math.imul(key ^ (word2 + round), 0x9e3779b1) ^ (key >>> 15);
  }
  return x & mask;
}
