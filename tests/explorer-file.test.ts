import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { downstream, root, scratch } from "./command.ts";

const folder = scratch();
afterAll(() => folder.remove());

test("check points at what is wrong in a model's explorer.yaml", () => {
  const model = join(folder.path, "teaching");
  cpSync(join(root, "models/teaching"), model, { recursive: true });
  writeFileSync(
    join(model, "explorer.yaml"),
    "headline:\n  outcome: death\n  at: 2027-01\nlevers:\n  treatment entry rate: {step: 0.3}\n",
  );
  const { status, stdout } = downstream(["check", model, "--lang", "es"]);
  expect(status).toBe(1);
  expect(stdout).toContain("explorer.yaml:2:12");
  expect(stdout).toContain("el modelo no tiene este resultado: 'death': ¿quiso decir 'deaths'?");
  expect(stdout).toContain("no puede quedar en 0.2");
});
