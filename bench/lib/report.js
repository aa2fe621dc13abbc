const grouped = (n) => n.toLocaleString("en-US");
/** A rate in runs a second with three digits. */
const rate = (r) => grouped(Number(r.toPrecision(3)));
const figure = (r) => (r >= 100 ? grouped(Number(r.toPrecision(3))) : String(Number(r.toPrecision(3))));

/** Calls by kind as "11 exp, 5 ln". */
export function callText(calls) {
  const parts = Object.entries(calls).filter(([, n]) => n > 0);
  if (parts.length === 0) return "none";
  const total = parts.reduce((sum, [, n]) => sum + n, 0);
  return `${figure(total)} (${parts.map(([kind, n]) => `${figure(n)} ${kind}`).join(", ")})`;
}

const equality = (row) =>
  row.equal === "same bits"
    ? "same bits"
    : row.equal === "near"
      ? `to ${row.worst.toExponential(0)}`
      : "differs";

/** A model's measurement as Markdown: what it is, then one row for everyone. Ratios are ours divided by theirs. */
export function modelTable(m) {
  if (m.missing) return `### ${m.title}\n\nNot measured: ${m.missing}.\n`;
  const head = `### ${m.title}

${m.equations} equations (${m.stocks} stocks, ${m.tables} tables), ${m.steps} ${m.method} steps, ${m.outputs} outputs saved ${m.saves} times, ${m.runs} draws.
Transcendental calls a step, executed as written: ${callText(m.calls.executed)}; left after hoisting: ${callText(m.calls.kept)}.

| | functions | outputs | runs/s | spread | ours is faster by |
| --- | --- | --- | ---: | ---: | ---: |`;
  const rows = m.rows.map((r) => {
    if (r.cannot) return `| ${r.label} | ${r.kernels} | | cannot | | ${r.cannot} |`;
    const ratio = r.id === m.base ? "1" : r.ratio === undefined ? "differs" : `${figure(r.ratio)} x`;
    const name = r.id === m.base ? `**${r.label}**` : r.label;
    return `| ${name} | ${r.kernels} | ${equality(r)} | ${rate(r.rate)} | ${r.spread.toFixed(2)} | ${ratio} |`;
  });
  return `${head}\n${rows.join("\n")}\n`;
}
