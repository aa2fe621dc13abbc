#!/usr/bin/env node
// The command `downstream`. In a clone it first does the set-up that is missing; a published package ships dist/ and web/dist/.
import { existsSync } from "node:fs";
import { isSupportedNode, nodeVersionMessage } from "./node-version.js";

if (!isSupportedNode(process.versions.node)) {
  process.stderr.write(nodeVersionMessage(process.versions.node));
  process.exit(70);
}

if (existsSync(new URL("../src/cli/main.ts", import.meta.url))) {
  const { setUp, SetUpError } = await import("./set-up.js");
  try {
    setUp({ web: process.argv[2] === "explore" });
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(70);
  }
}

const { main } = await import("../dist/cli/main.js");
await main(process.argv.slice(2));
