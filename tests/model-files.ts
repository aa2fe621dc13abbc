import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "../src/base/diagnostic.ts";

const models = join(import.meta.dirname, "../models");

/** Every text of a model of this repository, by path below its folder. */
export function modelFiles(name: string): Files {
  const folder = join(models, name);
  return Object.fromEntries(
    (readdirSync(folder, { recursive: true }) as string[])
      .filter((path) => /\.(md|csv|ya?ml|json)$/.test(path) && statSync(join(folder, path)).isFile())
      .map((path) => [path.replaceAll("\\", "/"), readFileSync(join(folder, path), "utf8")]),
  );
}

/** The draws of a posterior of a model as they are stored. */
export function storedDraws(
  model: string,
  name: string,
): { readonly name: string; readonly bytes: Uint8Array } {
  return { name, bytes: new Uint8Array(readFileSync(join(models, model, `posterior/${name}.f32`))) };
}
