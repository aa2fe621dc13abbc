import type { Diagnostic, Files, Span } from "../base/diagnostic.ts";
import { canonicalElement, isElementOf } from "../model/arrays/element-name.ts";
import type { CheckTree } from "../model/check-tree.ts";
import { compileModel } from "../model/compile-model.ts";
import type { Model, Override } from "../model/model.ts";
import { placeOf } from "../scenario/yaml-source.ts";
import type { Episode, EpisodeFile, EpisodeTarget } from "./episode-file.ts";
import { isInWindow } from "./episode-values.ts";

/** One run of an episode: what replaces the model's own equations and values. */
export interface CompiledRun {
  readonly id: string;
  readonly when: readonly Override[];
}

export interface CompiledTarget {
  readonly target: EpisodeTarget;
  /** The run that it reads; the comparison run is what `baseline` reads. */
  readonly run: string;
  readonly tree: CheckTree;
  readonly reads: readonly string[];
  readonly readsBaseline: readonly string[];
}

export interface CompiledEpisode {
  readonly episode: Episode;
  /** The comparison run (the first, of id "") and the others. */
  readonly runs: readonly CompiledRun[];
  readonly targets: readonly CompiledTarget[];
}

/** A model with what its episodes add to it. Nothing in the model reads the additions, so its own results are the same. */
export interface EpisodeModel {
  readonly model: Model;
  readonly episodes: readonly CompiledEpisode[];
}

/** A text of an episode's file inside the chapter made from it. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly path: readonly PropertyKey[];
}

/** The episode as a chapter: its statements, a check for each run (the settings) and for each target (the expression). */
function chapterOf({ episode }: EpisodeFile): { readonly text: string; readonly pieces: readonly Piece[] } {
  const pieces: Piece[] = [];
  let text = `# ${episode.id}\n\n\`\`\`model\n`;
  const add = (part: string, path: readonly PropertyKey[]): void => {
    const indented = path[0] === "model" ? part : part.trim().replaceAll("\n", "\n  ");
    pieces.push({ start: text.length, end: text.length + indented.length, path });
    text += indented;
  };
  if (episode.model !== "") add(episode.model, ["model"]);
  text += "\n";
  const settings = (id: string, when: string, path: readonly PropertyKey[]): void => {
    text += `check "run ${id}":`;
    const filled = [
      { part: episode.isolate, path: ["isolate"] },
      { part: when, path },
    ].filter(({ part }) => part.trim() !== "");
    for (const [k, { part, path: at }] of filled.entries()) {
      text += k === 0 ? " when (" : ",\n  ";
      add(part, at);
    }
    text += `${filled.length > 0 ? ")" : ""} expect (1 = 1)\n`;
  };
  settings("", episode.comparison, ["comparison"]);
  for (const [k, run] of episode.runs.entries()) settings(run.id, run.when, ["runs", k, "when"]);
  for (const [k, target] of episode.targets.entries()) {
    text += `check "${target.id}": expect (`;
    add(target.value, ["targets", k, "value"]);
    text += ")\n";
  }
  return { text: `${text}\`\`\`\n`, pieces };
}

/** The place in the episode's file that a span of its chapter came from. */
function placeInFile({ read }: EpisodeFile, text: string, pieces: readonly Piece[], span: Span): Span {
  const piece = pieces.find(({ start, end }) => span.start >= start && span.start <= end);
  const whole = placeOf(read, piece?.path ?? []);
  const from = text.lastIndexOf("\n", span.start - 1) + 1;
  const start = Math.max(piece?.start ?? from, from);
  const lineEnd = text.indexOf("\n", span.start);
  const line = text.slice(start, Math.min(lineEnd < 0 ? text.length : lineEnd, piece?.end ?? text.length));
  const at = read.source.text.slice(whole.start, whole.end).indexOf(line.trim());
  if (piece === undefined || at < 0 || line.trim() === "") return whole;
  const shift = whole.start + at - (start + (line.length - line.trimStart().length));
  return { ...whole, start: span.start + shift, end: Math.min(span.end + shift, whole.end) };
}

/**
 * Compiles a model folder together with its episodes. Findings in an episode point into its file; those of the model
 * itself are left to whoever compiles it alone. Errors besides those of the language: `episode-unknown` for rows, levers
 * and scenarios that there are not, `episode-window` for a window that holds no saved month.
 */
export function compileEpisodes(
  files: Files,
  name: string,
  episodes: readonly EpisodeFile[],
  scenarioIds: readonly string[] = [],
): { readonly compiled: EpisodeModel; readonly diagnostics: readonly Diagnostic[] } {
  const made = episodes.map((one) => ({ one, path: `chapters/~${one.episode.id}.md`, ...chapterOf(one) }));
  const all = { ...files, ...Object.fromEntries(made.map(({ path, text }) => [path, text])) };
  const { model, diagnostics: found } = compileModel(all, { name });
  const diagnostics = found.flatMap((d): Diagnostic[] => {
    const chapter = made.find(({ path }) => path === d.span?.file);
    if (chapter === undefined || d.span === undefined) return [];
    return [{ ...d, span: placeInFile(chapter.one, chapter.text, chapter.pieces, d.span) }];
  });
  for (const { one } of made) {
    diagnostics.push(...unknownNames(one, model, scenarioIds), ...emptyWindows(one, model));
  }
  const compiled = made.map(({ one: { episode }, path }): CompiledEpisode => {
    const checks = model.checks.filter((check) => check.chapter === path);
    const runs = ["", ...episode.runs.map(({ id }) => id)];
    return {
      episode,
      runs: runs.map((id, k) => ({ id, when: checks[k]?.when ?? [] })),
      targets: episode.targets.flatMap((target, k): CompiledTarget[] => {
        const check = checks[runs.length + k];
        if (check === undefined) return [];
        const { expect: tree, reads, readsBaseline } = check;
        return [{ target, run: target.run ?? episode.runs[0]!.id, tree, reads, readsBaseline }];
      }),
    };
  });
  return { compiled: { model, episodes: compiled }, diagnostics };
}

interface Named {
  readonly what: string;
  readonly name: string;
  readonly path: readonly PropertyKey[];
}

/** Rows, levers and scenarios that an episode names and the model lacks. */
function unknownNames(
  { episode, read }: EpisodeFile,
  model: Model,
  scenarioIds: readonly string[],
): readonly Diagnostic[] {
  const { rows, targets, runs, against } = episode;
  const row = (name: string, path: readonly PropertyKey[]): Named[] =>
    model.evidence.has(name) ? [] : [{ what: "row", name, path }];
  const scenario = (name: string | undefined, path: readonly PropertyKey[]): Named[] =>
    name === undefined || scenarioIds.includes(name) ? [] : [{ what: "scenario", name, path }];
  const lever = (name: string, path: readonly PropertyKey[]): Named[] =>
    model.levers.some((one) => isElementOf(one, canonicalElement(name)))
      ? []
      : [{ what: "lever", name, path }];
  const found = [
    ...rows.flatMap((name, k) => row(name, ["rows", k])),
    ...scenario(against, ["against"]),
    ...runs.flatMap((run, r) => [
      ...scenario(run.scenario, ["runs", r, "scenario"]),
      ...run.levers.flatMap(({ name }, k) => lever(name, ["runs", r, "levers", k, "name"])),
    ]),
    ...targets.flatMap((target, t) => target.rows.flatMap((name, k) => row(name, ["targets", t, "rows", k]))),
  ];
  return found.map(({ what, name, path }) => {
    const data = { what, name };
    return { code: "episode-unknown", severity: "error", span: placeOf(read, path), data };
  });
}

function emptyWindows({ episode, read }: EpisodeFile, { ir: { clock } }: Model): readonly Diagnostic[] {
  return episode.targets.flatMap(({ from, to }, k): Diagnostic[] => {
    if (clock.saveSteps.some((step) => isInWindow(clock, step, { from, to }))) return [];
    const span = placeOf(read, ["targets", k, "from"], true);
    return [{ code: "episode-window", severity: "error", span, data: { from, to } }];
  });
}
