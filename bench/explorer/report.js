/** What is wanted, ms and kB. */
const WANTED = { few: 100, many: 1000, page: 150 };
const PAGE = ["page", "styles", "scripts"];

/** The measurement of bench/explorer.js as Markdown. */
export function explorerReport({
  date,
  commit,
  core,
  browser,
  load,
  lever,
  drags,
  rests,
  plain,
  loads,
  sizes,
}) {
  const packed = (kinds) => kinds.reduce((sum, kind) => sum + (sizes.get(kind)?.packed ?? 0), 0);
  const rows = [...sizes].map(
    ([kind, { files, plain: bytes, packed: sent }]) => `| ${kind} | ${files} | ${kb(bytes)} | ${kb(sent)} |`,
  );
  const firsts = loads.map(({ paint, interactive, settled }) => [paint, interactive, settled]);
  const loadRow = (what, values) => `| ${what} | ${ms(at(values, 0.5))} | ${ms(at(values, 1))} |`;
  const row = (what, { times, used }, wanted) =>
    `| ${what} | ${times.length} | ${ms(at(times, 0.5))} | ${ms(at(times, 0.95))} | ${wanted} | ${busy(used, times)} |`;
  return `The explorer of the crisis model in headless Chromium ${browser}, ${date} at commit ${commit}, on ${core}, without a GPU; load of the machine ${load.map((l) => l.toFixed(1)).join(" at the beginning, ")} at the end.

A lever (*${lever}*) is moved by events of its slider. A time runs from the event until the frame has been painted in which the large chart
shows B's new median. All outcomes are run and compared at all months. Times in ms;
*processor time*: what the busiest threads used in a move (lanes, engine, page, browser), which hardly depends on what else the machine does.

| | moves | median | 95 % | wanted | processor time |
| --- | ---: | ---: | ---: | ---: | --- |
${row("lever moves, 200 draws of all outcomes", drags, `95 % under ${WANTED.few}`)}
${row("lever let go, 2,000 draws of all outcomes", rests, `under ${WANTED.many}`)}

Tasks of the page's thread over 50 ms: ${told(drags.longTasks)} in ${drags.times.length} moves, ${told(rests.longTasks)} in ${rests.times.length} releases, ${told(loads.flatMap(({ longTasks }) => longTasks))} in ${loads.length} loads.

| first load, from a server on the same machine | median | longest |
| --- | ---: | ---: |
${loadRow("finished chart painted, scripts off", plain)}
${loadRow(
  "finished chart painted, scripts on",
  firsts.map(([t]) => t),
)}
${loadRow(
  "levers there, charts of 200 draws",
  firsts.map(([, t]) => t),
)}
${loadRow(
  "charts of 2,000 draws",
  firsts.map(([, , t]) => t),
)}

| what a first visit fetches | files | kB | kB gzipped |
| --- | ---: | ---: | ---: |
${rows.join("\n")}

Page, styles and scripts together: ${kb(packed(PAGE))} kB gzipped (wanted: under ${WANTED.page}). Model and draws: ${kb(packed(["model and draws"]))} kB.
`;
}

const told = (tasks) => (tasks.length === 0 ? "none" : `${tasks.length} (longest ${ms(at(tasks, 1))} ms)`);
/** Processor time a move of the threads that used at least a fiftieth of all. */
function busy(used, times) {
  const total = used.reduce((sum, time) => sum + time, 0);
  return used
    .filter((time) => time > total / 50)
    .map((time) => ms(time / times.length))
    .join(" + ");
}

const at = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1) + 0.5)];
};
const ms = (value) => (value === undefined ? "?" : value < 10 ? value.toFixed(1) : value.toFixed(0));
const kb = (bytes) => (bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0);
