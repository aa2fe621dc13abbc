import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { percentile } from "./client.js";

/** Why others are not measured. */
const CANNOT = `| \`@sdeverywhere/compile\` | cannot | needs an archive from outside the npm registry, reads Vensim models only; the two forms that it emits, C and JavaScript, are printed here from our equations instead |
| PySD, Vensim, Stella | cannot | not npm packages |`;

/**
 * Peers that install from npm. \`simulation\` (AGPL, Insight Maker's engine) goes into a temporary folder, never into the
 * project, and runs SIR with the same rates; its final stocks are compared with ours. Gives a Markdown table.
 */
export async function peers({ folder, say }, result) {
  say("simulation, from npm");
  const place = mkdtempSync(join(tmpdir(), "downstream-peer-"));
  try {
    writeFileSync(join(place, "package.json"), '{"type":"module"}\n');
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "simulation@9.0.0"], {
      cwd: place,
      stdio: ["ignore", "ignore", "inherit"],
    });
    const { version, license } = JSON.parse(
      readFileSync(join(place, "node_modules/simulation/package.json"), "utf8"),
    );
    writeFileSync(join(place, "sir.js"), SIR);
    const ir = JSON.parse(readFileSync(join(folder, "sir.ir"), "utf8"));
    const at = (name) => ir.parameters.findIndex((p) => p.name === name);
    const bytes = readFileSync(join(folder, "sir.params"));
    const params = new Float64Array(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
    );
    const draws = Array.from({ length: 16 }, (_, i) =>
      ["contact infectivity", "duration"].map((name) => params[i * ir.parameters.length + at(name)]),
    );
    const text = execFileSync(process.execPath, ["sir.js", JSON.stringify(draws)], {
      cwd: place,
      encoding: "utf8",
    });
    const { ms, finals } = JSON.parse(text);
    const worst = distance(finals, folder);
    const rate = 1000 / percentile(ms, 0.2);
    const ours = result.models.find((m) => m.id === "sir")?.rows?.find((r) => r.id === "wasm")?.rate;
    const equal = worst <= 1e-9;
    const ratio =
      equal && ours ? `${Number((ours / rate).toPrecision(3)).toLocaleString("en-US")} x` : "differs";
    return `| peer | SIR, runs/s | |
| --- | ---: | --- |
| \`simulation\` ${version} (${license}) | ${Number(rate.toPrecision(3))} | ours is faster by ${ratio}; final stocks equal to ${worst.toExponential(0)} |
${CANNOT}
`;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Largest relative distance of the peer's final stocks from the reference back end's, kept by the bench. */
function distance(finals, folder) {
  const expected = JSON.parse(readFileSync(join(folder, "sir-finals.json"), "utf8"));
  return Math.max(...finals.flatMap((row, i) => row.map((v, j) => Math.abs(v - expected[i][j]) / 1000)));
}

const SIR = `import { Model } from "simulation";
const draws = JSON.parse(process.argv[2]);
const ms = [];
const finals = [];
for (const [infectivity, duration] of draws) {
  const m = new Model({ timeStart: 0, timeLength: 200, timeStep: 0.0625, timeUnits: "Years", algorithm: "Euler" });
  const s = m.Stock({ name: "S", initial: 995 });
  const i = m.Stock({ name: "I", initial: 5 });
  const r = m.Stock({ name: "R", initial: 0 });
  const infection = m.Flow(s, i, { name: "infection", rate: infectivity + " * [S] * [I] / 1000" });
  m.Link(i, infection);
  m.Flow(i, r, { name: "recovery", rate: "[I] / " + duration });
  const begun = performance.now();
  const results = m.simulate();
  ms.push(performance.now() - begun);
  finals.push([s, i, r].map((x) => results.series(x).at(-1)));
}
console.log(JSON.stringify({ ms, finals }));
`;
