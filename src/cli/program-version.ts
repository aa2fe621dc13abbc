import { readFileSync } from "node:fs";
import { packageRoot } from "./input-path.ts";

/** The version of the package. */
export function programVersion(): string {
  return (JSON.parse(readFileSync(`${packageRoot}/package.json`, "utf8")) as { version: string }).version;
}
