// For svelte-check; the build has the same options in vite.config.ts.
export default { compilerOptions: { runes: true } };
