import { deflateRawSync } from "node:zlib";
import type { Text } from "../base/text.ts";
import { type Posterior, posteriorOrigins } from "../calibrate/posterior.ts";
import { type ExplorerParts, loadExplorerFile } from "../explorer/explorer-parts.ts";
import { decisionMonth } from "../explorer/explorer-plan.ts";
import { makeFacts } from "../explorer/make-facts.ts";
import type { ModelFacts } from "../explorer/model-facts.ts";
import { packDraws } from "../explorer/pack-draws.ts";
import type { SiteRelease } from "../explorer/pages/site.ts";
import { namedPosterior } from "./draws.ts";
import { failOnErrors } from "./failure.ts";
import { type LoadedModel, loadSoundModel, ownFiles } from "./load-model.ts";
import type { CommonOptions } from "./options.ts";

/** A model as the explorer shows it, and the releases that links may name. */
export interface ExplorerModel {
  readonly about: Text;
  readonly parts: ExplorerParts;
  readonly facts: ModelFacts;
  readonly current: SiteRelease;
  readonly older: readonly SiteRelease[];
}

/** What a page says of a model that says nothing of itself. */
const ABOUT: Text = {
  en: "A what-if model. Not a forecast.",
  es: "Un modelo de «qué pasaría si». No es un pronóstico.",
};

/** Reads a model's folder with the draws known at its decision. Throws a Failure when it has an error. */
export function loadExplorerModel(path: string, options: CommonOptions): ExplorerModel {
  const loaded = loadSoundModel(path);
  const parts = explorerParts(loaded, options);
  const facts = makeFacts(parts, { name: `0+${loaded.model.hash.slice(0, 7)}`, date: "2026-01-01" });
  const files = {
    "facts.json": `${JSON.stringify(facts)}\n`,
    "ir.json": `${JSON.stringify(loaded.model.ir)}\n`,
    "draws.bin": drawsFile(parts.posterior),
  };
  return {
    about: parts.explorer?.about ?? ABOUT,
    parts,
    facts,
    current: { release: facts.release, files },
    older: [],
  };
}

function explorerParts(loaded: LoadedModel, options: CommonOptions): ExplorerParts {
  const { model, words, scenarios } = loaded;
  const files = ownFiles(loaded);
  const { explorer, diagnostics } = loadExplorerFile({ model, scenarios, files });
  failOnErrors(diagnostics, files);
  const posterior = posteriorAt(loaded, decisionMonth(model), options);
  return {
    ...{ model, words, scenarios, files },
    ...(posterior === undefined ? {} : { posterior }),
    ...(explorer === undefined ? {} : { explorer }),
  };
}

/** The newest posterior that knows nothing published after a month. */
function posteriorAt(loaded: LoadedModel, month: string, options: CommonOptions): Posterior | undefined {
  const origins = posteriorOrigins(Object.keys(ownFiles(loaded)));
  const origin = origins.filter((one) => one <= month).at(-1);
  return origin === undefined ? undefined : namedPosterior(loaded, origin, options);
}

/** Stored draws as the page unpacks them: `draws.bin`. */
function drawsFile(posterior: Posterior | undefined): Uint8Array {
  const columns = posterior?.info.parameters.length ?? 0;
  const packed = packDraws(posterior?.values ?? new Float32Array(0), columns);
  return new Uint8Array(deflateRawSync(packed, { level: 9 }));
}
