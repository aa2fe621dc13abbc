import { deflateRawSync } from "node:zlib";
import type { Text } from "../base/text.ts";
import { type Posterior, posteriorOrigins } from "../calibrate/posterior.ts";
import { currentRelease } from "../explorer/current-release.ts";
import { type ExplorerParts, loadExplorerFile } from "../explorer/explorer-parts.ts";
import { decisionMonth } from "../explorer/explorer-plan.ts";
import { makeEvidence } from "../explorer/make-evidence.ts";
import { makeFacts } from "../explorer/make-facts.ts";
import type { ModelFacts } from "../explorer/model-facts.ts";
import type { SiteRelease } from "../explorer/pages/site.ts";
import { drawsHash, makeRelease } from "../explorer/release.ts";
import { linkMeaning } from "../explorer/release-meaning.ts";
import { namedPosterior } from "./draws.ts";
import { failOnErrors } from "./failure.ts";
import { type LoadedModel, loadSoundModel, ownFiles } from "./load-model.ts";
import { modelBrief } from "./model-brief.ts";
import { modelReleases } from "./model-releases.ts";
import type { CommonOptions } from "./options.ts";

/** A model as the explorer shows it, and the releases that links may name. */
export interface ExplorerModel {
  readonly about: Text;
  readonly parts: ExplorerParts;
  readonly facts: ModelFacts;
  readonly current: SiteRelease;
  /** All other releases, newest first. */
  readonly older: readonly SiteRelease[];
}

/** What a page says of a model that says nothing of itself. */
const ABOUT: Text = {
  en: "A what-if model. Not a forecast.",
  es: "Un modelo de «qué pasaría si». No es un pronóstico.",
};

/** Reads a model's folder with the draws known at its decision, its document and its releases. Throws a Failure when one has an error. */
export function loadExplorerModel(path: string, options: CommonOptions): ExplorerModel {
  const parts = explorerParts(loadSoundModel(path), options);
  const releases = modelReleases(path);
  const unnamed = makeFacts(parts, { name: "", date: "" });
  const name = currentRelease(
    linkMeaning(unnamed, drawsHash(parts)),
    releases.map(({ info }) => info),
  );
  const same = releases.find(({ info }) => info.release === name.name);
  const files = makeRelease({
    ...{ parts, name, evidence: makeEvidence(parts), brief: modelBrief(path, parts.files) },
    earlier: releases.map(({ info }) => info.renamed),
    deflate: (bytes) => new Uint8Array(deflateRawSync(bytes, { level: 9 })),
  });
  const facts = { ...unnamed, release: name.name, released: name.date };
  return {
    about: facts.about ?? ABOUT,
    ...{ parts, facts },
    current: { release: name.name, files },
    older: releases
      .filter((release) => release !== same)
      .map(({ info, files }) => ({ release: info.release, files }))
      .reverse(),
  };
}

/** A loaded model with what its explorer file says and the draws known at its decision. Throws a Failure when either has an error. */
export function explorerParts(loaded: LoadedModel, options: CommonOptions): ExplorerParts {
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
