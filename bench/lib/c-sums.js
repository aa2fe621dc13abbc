import { cArray } from "./c-number.js";

/**
 * How sums over arrays are written: fixed numbers are arrays of the file, members are gathered into one row of memory
 * before the loop (stocks that lie side by side are read where they are). Terms are added one after the other.
 */
export function createSums(program, one) {
  const { ir, nodes } = program;
  const V = one ? "double" : "V";
  const inPlace = (members) =>
    members.every((id, i) => nodes[id].op === "stock" && nodes[id].index === nodes[members[0]].index + i);
  /** Rows written in this function already, by their members. */
  const rows = new Map();
  const sums = (n) => {
    const [a, b] = n.slices.map((slice, which) => reader(n, slice, which));
    const term = b ? `${a} * ${b}` : a;
    return `({ ${V} sum; { const int j = 0; sum = ${term}; } for (int j = 1; j < ${n.count}; j++) sum = sum + ${term}; sum; })`;
  };
  function reader(n, slice, which) {
    const members = n.members[which];
    if (!members) {
      const at = `w${slice.vector}[${slice.first} + j * ${slice.stride}]`;
      return one ? at : `BC(${at})`;
    }
    if (!one && inPlace(members)) return `y[${nodes[members[0]].index} + j]`;
    return `${rows.get(members.join())}[j]`;
  }
  sums.before = (n, value) => {
    const lines = [];
    n.members.forEach((members) => {
      if (!members || (!one && inPlace(members))) return;
      const key = members.join();
      if (rows.has(key)) return;
      rows.set(key, `row${rows.size}`);
      lines.push(`${V} ${rows.get(key)}[${members.length}];`);
      members.forEach((id, i) => {
        lines.push(`${rows.get(key)}[${i}] = ${value(id)};`);
      });
    });
    return lines;
  };
  void ir;
  return sums;
}

/** Arrays of fixed numbers that sums read. */
export function cVectors(ir) {
  return (ir.vectors ?? []).flatMap((v, i) => (v.values ? [cArray(`w${i}`, v.values)] : [])).join("\n");
}
