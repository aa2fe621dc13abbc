import { cArray } from "./c-number.js";

/** Sums over the same numbers that go side by side: one chain of additions alone waits for itself. */
const SIDE = 8;

/**
 * How sums over arrays are written: fixed numbers are arrays of the file, members are gathered into one row of memory
 * before the loop (stocks that lie side by side are read where they are). Terms are added one after the other; several
 * sums whose members are the same, as the rows of a matrix times one vector, share a loop.
 */
export function createSums({ nodes }, one) {
  const type = one ? "double" : "V";
  const inPlace = (members) =>
    !one &&
    members.every((id, i) => nodes[id].op === "stock" && nodes[id].index === nodes[members[0]].index + i);
  /** Rows written in this function already, by their members. */
  const rows = new Map();
  function term(n) {
    const [a, b] = n.slices.map((slice, which) => {
      const members = n.members[which];
      if (!members) {
        const at = `w${slice.vector}[${slice.first} + j * ${slice.stride}]`;
        return one ? at : `BC(${at})`;
      }
      if (inPlace(members)) return `y[${nodes[members[0]].index} + j]`;
      return `${rows.get(members.join())}[j]`;
    });
    return b ? `${a} * ${b}` : a;
  }
  return {
    /** Sums of `among` that may share a loop with `n`, itself included. */
    together(n, among) {
      const key = (m) => `${m.count} ${m.members.map((list) => list?.join() ?? "fixed").join(" ")}`;
      if (n.members.every((list) => list !== undefined)) return [n];
      const wanted = key(n);
      return among.filter((m) => m.op === "sumproduct" && key(m) === wanted).slice(0, SIDE);
    },
    /** Statements that leave the sums in `name(sum)`. */
    lines(list, value, name) {
      const lines = [];
      for (const members of list.flatMap((n) => n.members)) {
        if (!members || inPlace(members) || rows.has(members.join())) continue;
        const row = `row${rows.size}`;
        rows.set(members.join(), row);
        lines.push(`${type} ${row}[${members.length}];`);
        members.forEach((id, i) => {
          lines.push(`${row}[${i}] = ${value(id)};`);
        });
      }
      lines.push(...list.map((n) => `${type} ${name(n)};`));
      lines.push(`{ const int j = 0; ${list.map((n) => `${name(n)} = ${term(n)};`).join(" ")} }`);
      const adds = list.map((n) => `${name(n)} = ${name(n)} + ${term(n)};`).join(" ");
      lines.push(`for (int j = 1; j < ${list[0].count}; j++) { ${adds} }`);
      return lines;
    },
  };
}

/** Arrays of fixed numbers that sums read. */
export function cVectors(ir) {
  return (ir.vectors ?? []).flatMap((v, i) => (v.values ? [cArray(`w${i}`, v.values)] : [])).join("\n");
}
