/** What a slider move may cost on two workers, ms, by number of draws. */
const TARGETS = { 200: 60, 2000: 600 };

/** The measurement of bench/browser.js as Markdown. */
export function browserReport({
  date,
  commit,
  core,
  node,
  browser,
  load,
  horizon,
  outputs,
  plan,
  compile,
  rows,
}) {
  const lines = rows.map((row) => {
    const sorted = [...row.times].sort((a, b) => a - b);
    const cells = [
      `${row.place}, ${row.workers} worker${row.workers > 1 ? "s" : ""}`,
      row.draws,
      ms(at(sorted, 0.5)),
      ms(at(sorted, 0.95)),
      row.workers === 2 ? TARGETS[row.draws] : "",
      busy(row, plan),
      ms(row.first),
      ms(row.load),
      ms(row.band),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const same = Object.keys(TARGETS).every(
    (draws) => new Set(rows.filter((r) => r.draws === Number(draws)).map((r) => r.digest)).size === 1,
  );
  const first = (key) =>
    at(
      compile.page.map((c) => c.first[key]).sort((a, b) => a - b),
      0.5,
    );
  const again = (key) =>
    at(
      compile.page.map((c) => c.again[key]).sort((a, b) => a - b),
      0.5,
    );
  const steps = [
    ["chapters to equations (IR)", "text"],
    ["equations to bytes of WebAssembly", "bytes"],
    ["bytes to module", "compiled"],
    ["instance and its memory", "instance"],
    ["processor time of the thread that does all four", "used"],
  ].map(([what, key]) => `| ${what} | ${ms(first(key))} | ${ms(again(key))} | ${ms(compile.node[1][key])} |`);
  const million = rows.find((r) => r.draws === 2000).doubles / 1e6;
  return `The crisis model in a page: headless Chromium ${browser} and Node ${node} in one run, ${date} at commit ${commit}, on ${core};
load of the machine ${load.map((l) => l.toFixed(1)).join(" at the beginning, ")} at the end.

A move sets one lever (*${plan.lever}*) to another value. All posterior draws run from the decision date to January 2036 (${horizon.steps} RK4 steps), and all
${outputs} outcomes at all ${horizon.saves} months come back as arrays that are moved, not copied (${million.toFixed(1)} million doubles for 2,000 draws). Draws and their states at the
decision date are in the workers already. The page has no shared memory and its policy forbids \`eval\`. Times in ms over ${plan.count} moves, from the call to the last double;
*processor time*: what the busiest threads used in a move (the workers, then the page's own thread), which hardly depends on what else the machine does. *Bands*: 5, 50 and 95 % points of one outcome at all months.

| | draws | median | 95 % | wanted | processor time | first move | loading | bands |
| --- | ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: |
${lines.join("\n")}

All of these give ${same ? "the same bits" : "DIFFERENT BITS"} for the same draws, in Chromium and in Node, on one worker and on two.

| compiling the crisis model (${(compile.node[0].size / 1024).toFixed(0)} KB of WebAssembly), ms | fresh page | same page again | Node, again |
| --- | ---: | ---: | ---: |
${steps.join("\n")}
`;
}

/** Processor time in a move of as many threads as matter. */
function busy({ used, workers, times }, { turns }) {
  const per = times.length / turns;
  const threads = used[0].slice(0, workers + 1).map((_, i) =>
    at(
      used.map((list) => (list[i] ?? 0) / per).sort((a, b) => a - b),
      0.5,
    ),
  );
  return threads.map(ms).join(" + ");
}

const at = (sorted, share) => sorted[Math.floor(share * (sorted.length - 1) + 0.5)];
const ms = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
