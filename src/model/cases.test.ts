import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Diagnostic, Files } from "../base/diagnostic.ts";
import { canonicalName } from "../lang/names.ts";
import { compileModel } from "./compile-model.ts";
import { irText } from "./ir-text.ts";
import { heldExpressions } from "./ir-walk.ts";
import type { Model } from "./model.ts";

interface Case {
  readonly title: string;
  readonly files: Files;
  readonly findings: readonly string[];
  readonly facts: readonly string[];
}

const TIME = "time from 2015-01 to 2017-01, 4 steps a month, rk4\n";
const folder = new URL("./cases/", import.meta.url);

function readCases(text: string): readonly Case[] {
  return text
    .split(/^# /m)
    .slice(1)
    .map((part): Case => {
      const [title, ...lines] = part.trimEnd().split("\n") as [string, ...string[]];
      const arrow = lines.indexOf("==>");
      const files: Record<string, string> = {};
      let path = "model.md";
      for (const line of lines.slice(0, arrow)) {
        if (line.startsWith("--- ")) path = line.slice(4).trim();
        else files[path] = `${files[path] ?? ""}${line}\n`;
      }
      const source = files["model.md"] ?? "";
      const timed = /^time from\b/m.test(source) || title.endsWith("(no time)");
      files["model.md"] = `# ${title}\n\n\`\`\`model\n${timed ? "" : TIME}${source}\`\`\`\n`;
      const results = lines.slice(arrow + 1).filter((line) => line.trim() !== "");
      const isFinding = (line: string): boolean => /^(error|warning|notice) /.test(line);
      return {
        title,
        files,
        findings: results.filter(isFinding),
        facts: results.filter((line) => !isFinding(line)),
      };
    });
}

/** A finding in the form of the case files; only the data that `wanted` names are shown. */
function findingText(d: Diagnostic, files: Files, wanted: string | undefined): string {
  const text = d.span === undefined ? "" : ` "${files[d.span.file]!.slice(d.span.start, d.span.end)}"`;
  const keys = [...(wanted ?? "").replace(/"[^"]*"/, "").matchAll(/(\w+)=/g)].map((match) => match[1]!);
  const data = keys.map((key) => ` ${key}=${[d.data[key] ?? ""].flat().join(",")}`);
  return `${d.severity} ${d.code}${text.replace(/\n\s*/g, " ")}${data.join("")}`;
}

const short = (x: number): string => String(Number(x.toPrecision(10)));

function fact(model: Model, kind: string, name: string): string {
  const { ir } = model;
  const variable = model.variables.get(canonicalName(name));
  const observation = model.observations.find((o) => o.name === name);
  switch (kind) {
    case "unit":
      return variable!.unit;
    case "value":
      return short(variable!.value!);
    case "prior":
      return `${variable!.prior!.distribution}(${variable!.prior!.args.map(short).join(", ")})`;
    case "phase":
      return ir.auxiliaries.find((aux) => aux.name === name)!.phase;
    case "expr":
      return irText(ir, ir.auxiliaries.find((aux) => aux.name === name)!.expr);
    case "start":
      return irText(ir, ir.stocks.find((stock) => stock.name === name)!.initial);
    case "change":
      return irText(ir, ir.stocks.find((stock) => stock.name === name)!.derivative);
    case "held": {
      const held = ir.held.find((one) => one.name === name)!;
      return `${held.kind} ${heldExpressions(held)
        .map((e) => irText(ir, e))
        .join(" | ")}`;
    }
    case "table": {
      const table = ir.tables.find((one) => one.name === name)!;
      return table.x.map((x, i) => `(${short(x)}, ${short(table.y[i]!)})`).join(" ");
    }
    case "uses":
      return variable!.uses.join(", ");
    case "usedBy":
      return variable!.usedBy.join(", ");
    case "shape":
      return String(ir.tables.find((table) => table.name === name)!.shape);
    case "loop": {
      const loop = model.loops.find((one) => one.names[0] === name);
      return loop === undefined ? "none" : `${loop.names.join(" → ")} ${loop.sign}`;
    }
    case "clock": {
      const value = ir.clock[name as keyof typeof ir.clock];
      return Array.isArray(value) ? value.join(" ") : String(value);
    }
    case "series":
      return observation!.labels
        .map((label, i) => `${label}@${short(observation!.dates[i]!)}=${short(observation!.values[i]!)}`)
        .join(" ");
    case "window":
      return String(observation!.windowMonths);
    case "discrepancy":
      return `${observation!.discrepancy?.value} over ${observation!.discrepancy?.months}`;
    case "mechanism": {
      const { conceived, off } = model.mechanisms.find((one) => one.name === name)!;
      return `${conceived}: ${off.map((one) => `${one.parameter} = ${short(one.value)}`).join(", ")}`;
    }
    case "known":
      return String(model.known.find((one) => one.parameter === name)!.lateMonths);
    case "forecast": {
      const { components, against } = model.forecasts.find((one) => one.name === name)!;
      return `${components.join(" + ")} against ${against}`;
    }
    case "scored":
      return observation!.scored.map((i) => observation!.labels[i]).join(" ");
    case "check": {
      const check = model.checks.find((one) => one.title === name)!;
      const when = check.when.map((w) => {
        const value = typeof w.value === "number" ? short(w.value) : irText(ir, w.value);
        return `${w.start ? "start of " : ""}${w.name} = ${value}`;
      });
      return `${when.join(", ")}; run: ${check.reads.join(", ")}; baseline: ${check.readsBaseline.join(", ")}`;
    }
    default:
      throw new Error(`unknown kind of fact '${kind}'`);
  }
}

for (const file of readdirSync(folder).filter((name) => name.endsWith(".txt"))) {
  describe(file, () => {
    for (const one of readCases(readFileSync(new URL(file, folder), "utf8"))) {
      test(one.title, () => {
        const { model, diagnostics } = compileModel(one.files);
        const found = diagnostics.map((d) => {
          const wanted = one.findings.find((line) => line.split(" ")[1] === d.code);
          return findingText(d, one.files, wanted);
        });
        expect(found).toEqual(one.findings);
        for (const line of one.facts) {
          const [, kind, name] = /^(\w+) of (.*?) =/.exec(line)!;
          expect(`${kind} of ${name} = ${fact(model, kind!, name!)}`.trimEnd()).toBe(line);
        }
      });
    }
  });
}
