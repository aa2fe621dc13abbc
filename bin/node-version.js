// Kept in plain, old-fashioned syntax: it must run on the very versions it turns away.

/** True when `version` ("20.19.0") is one that package.json's `engines` names: ^20.19.0 or >=22.12.0. */
export function isSupportedNode(version) {
  const parts = version.split(".").map(Number);
  const major = parts[0];
  const minor = parts[1];
  if (major === 20) return minor >= 19;
  if (major === 22) return minor >= 12;
  return major > 22;
}

/** What to tell somebody whose Node.js is too old. */
export function nodeVersionMessage(version) {
  return [
    `Downstream needs Node.js 20.19 or newer (22.12 or newer on the 22 line); this is ${version}.`,
    "Get the current version from your package manager or the Node.js website, then run the same command again.",
    "",
  ].join("\n");
}
