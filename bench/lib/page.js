import { modelTable } from "./report.js";
import { targets } from "./targets.js";

const number = (n) =>
  n === undefined
    ? ""
    : n >= 1000
      ? Number(n.toPrecision(3)).toLocaleString("en-US")
      : String(Number(n.toPrecision(3)));

function targetTable(result) {
  const rows = targets(result).map(
    (t) =>
      `| ${t.what} | ${t.target} | ${t.got === undefined ? "not measured" : number(t.got)} | ${number(t.calls)} | ${t.got === undefined ? "" : t.met ? "yes" : "**falls short**"} |`,
  );
  return `| | wanted | measured | transcendental calls a step | met |\n| --- | ---: | ---: | ---: | --- |\n${rows.join("\n")}\n`;
}

function costTable(result) {
  const rows = (result.costs ?? []).map((c) => {
    const title = result.models.find((m) => m.id === c.id)?.title.replace(" from the start", "") ?? c.id;
    const gcc = result.models.find((m) => m.id === c.id)?.rows?.find((r) => r.id === "c-2")?.facts?.compileMs;
    return `| ${title} | ${number(c.bytes / 1024)} | ${number(c.cold.write)} + ${number(c.cold.module)} + ${number(c.cold.instance)} | ${number(c.warm.total)} | ${number(c.firstBatchMs)} | ${number(c.steadyBatchMs)} | ${number(c.tierUpMs)} | ${number(gcc)} |`;
  });
  return `| | KB of WebAssembly | first: bytes + module + instance, ms | again, ms | first batch, ms | later batch, ms | full speed after, ms | gcc (vectors of 2), ms |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join("\n")}
`;
}

/** Nanoseconds a run and step of a model from which parts have been taken. */
function profileTable({ title, rows }) {
  const variants = rows[0].ns.map(([variant]) => variant);
  const lines = rows.map((r) => `| ${r.label} | ${r.ns.map(([, ns]) => number(ns)).join(" | ")} |`);
  return `${title}, ns a run and step:

| | ${variants.join(" | ")} |
| --- |${variants.map(() => " ---: |").join("")}
${lines.join("\n")}
`;
}

function growthTable(series) {
  return series
    .map(
      ({ what, points }) =>
        `| ${what} | ${points.map(([x, y]) => `${number(x)}: ${number(y)}`).join(" · ")} |`,
    )
    .join("\n");
}

/** docs/performance.md: made from the latest whole run of the bench and the notes in bench/notes.md. */
export function performancePage(result, notes) {
  const empty = result.emptyRuns;
  return `# Performance

How fast models run, against C and JavaScript printed from the very same equations. Everything here is made by \`npm run bench\`;
the history of all figures is \`bench/history.jsonl\`.

Measured ${result.date} at commit ${result.commit} on ${result.core}; Node ${result.node}, ${result.gcc}. One thread unless said otherwise.

## How it is measured

- Every competitor is a process of its own and runs the same draws of the model's parameters. Before anything is timed, all outputs of all draws are compared
  with the reference back end: *same bits* means every one of the 64 bits of every number; *to 1e-14* is the largest relative distance where
  another library's \`exp\`, \`ln\` or \`pow\` is used. A competitor whose outputs differ by more, or that should have our bits and has not, gets no ratio.
- Rounds go around all competitors, so that what else the machine does falls on all of them. Times are processor time of the
  competitor's process. A round's figure is the 80th percentile of short windows;
  the table shows the median over rounds, the spread (fastest round by slowest) and the median over rounds of the ratio within a round.
- *C, one statement per equation* is what model compilers emit: variables of the file, functions of thirty equations, nothing moved. The *hoisted* forms get every saving that
  our own compiler makes: parts constant in a run, in a step or in time are computed where they change, what all runs share once per block of 64 runs, equal expressions
  once. *C vectors* hold 2, 4 or 8 runs in GCC's vector types, a whole run per vector; in models that fit in registers several
  vectors go side by side, as many as are fastest. None of the C checks for numbers that are not finite; ours does.
- C is compiled with \`-O3 -march=native -ffp-contract=off -fno-math-errno -fno-trapping-math\` (conventional: \`-O2 -ffp-contract=off\`): strict arithmetic, since another order of
  operations is another model. *Ours* under functions: the kernels of \`src/math/\`, the same bits everywhere.

## What was wanted

${targetTable(result)}
${notes.trim()}

## Models

${result.models.map(modelTable).join("\n")}
${result.peers ? `## Peers that install from npm\n\n${result.peers}\n` : ""}
## Where the time goes

Functions or lookups are taken out of the model (a straight line stands in their place, so that only cost is looked at).

${(result.profiles ?? []).map(profileTable).join("\n")}
## Starting up

${result.busy ? `The machine was busy with other work (${result.busy} threads waiting for each core) when this section was measured. Its times are those of the clock and so too long; they are not held against what was wanted.\n\n` : ""}${costTable(result)}
A module is compiled twice by the engine: at once and plainly, then again with care in the background. *Full speed* is reached when three batches in a row take at most
a fifth longer than later ones.

A run that does nothing (one stock, one step) costs ${number(empty?.batch)} µs in a batch of 64, ${number(empty?.single)} µs alone, ${number(empty?.reference)} µs on the reference back end.
${result.workers ? `\nThe crisis model with all its saves on one worker thread: ${number(result.workers.one)} runs/s; on two: ${number(result.workers.two)} runs/s, ${number(result.workers.factor)} times as many (${number(result.workers.draws)} draws, results as columns).\n` : ""}
## Growth

Microseconds a run on synthetic models of the crisis model's kind (60 stocks, 250 auxiliaries, 1,104 RK4 steps, batches of 64 unless that is what grows).

![Microseconds a run against equations, steps, saved numbers and draws](performance-growth.svg)

| what grows | size: µs a run |
| --- | --- |
${result.growth ? growthTable(result.growth) : ""}
`;
}
