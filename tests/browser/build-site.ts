import type { TestProject } from "vitest/node";
import { downstream, scratch } from "../command.ts";
import { serveStatic } from "./static-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the explorer of the crisis model is served, with a slash at its end, and its folder. */
    readonly site: { readonly url: string; readonly folder: string };
  }
}

/** Builds the explorer of the crisis model once for all test files and serves it from a plain static server at a sub-path. */
export default async function buildSite(project: TestProject): Promise<() => Promise<void>> {
  const folder = scratch();
  const built = downstream(["explore", "models/us-mexico", "--build-only", "--out", folder.path]);
  if (built.status !== 0) throw new Error(`the explorer was not built:\n${built.stdout}${built.stderr}`);
  const server = await serveStatic(folder.path);
  project.provide("site", { url: server.url, folder: folder.path });
  return async () => {
    await server.close();
    folder.remove();
  };
}
