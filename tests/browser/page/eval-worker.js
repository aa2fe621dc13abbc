// Says whether a worker may make code out of text.
try {
  // biome-ignore lint/security/noGlobalEval: this is what must be refused.
  postMessage(String(eval("'allowed'")));
} catch (error) {
  postMessage(error.name);
}
