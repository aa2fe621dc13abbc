import { DiagnosticError } from "../base/diagnostic.ts";
import type { WasmKernel } from "../engine/index.ts";
import {
  handedKernel,
  independentRows,
  type Pool,
  prepareSession,
  type SessionCut,
  sessionWorkWith,
} from "../ensemble/index.ts";
import type { ExplorerChoice } from "../scenario/explorer-link.ts";
import type { CsvMessage, FromEngine, LookMessage, RunMessage, ToEngine } from "./engine-messages.ts";
import { type EngineView, engineResult } from "./engine-result.ts";
import { type ComparedPaths, type ExplorerDraws, explorerDraws } from "./explorer-draws.ts";
import { type ReleaseParts, releaseSession } from "./release-rows.ts";
import { resultCsv } from "./result-csv.ts";

/** What the engine needs of the place where it runs. */
export interface EngineHost {
  /** Everything of a release that decides numbers, by its folder's address. */
  readonly load: (folder: string) => Promise<EngineParts>;
  /** So many workers that do `explorerWork`; 0: none, all is done where the engine stands. */
  readonly pool: (workers: number) => Pool;
  readonly post: (message: FromEngine) => void;
  /** Milliseconds. */
  readonly now: () => number;
  /** Lets messages in. */
  readonly pause: () => Promise<void>;
}

/** A release with the kernel for the outcomes of its facts, in their order. */
export interface EngineParts extends ReleaseParts {
  readonly kernel: WasmKernel;
}

/** The work that the engine's lanes do: draws with a kernel that was handed in. */
export const explorerWork = sessionWorkWith(handedKernel, independentRows);

/** Draws while a lever moves, and at rest. */
const FEW = 200;
const MANY = 2000;
/** Small chunks, one at a time: a lever that moves waits for no more than what is under way. */
const STOPPABLE: SessionCut = { largest: 32, ahead: 1 };
/** Why a run ended that a later message overtook. */
const OVERTAKEN = new Error("overtaken by a later message");

/** A release that is open, under one seed. */
interface Model {
  readonly parts: EngineParts;
  readonly pool: Pool;
  readonly seed: number;
  readonly few: ExplorerDraws;
  readonly many: ExplorerDraws;
}

/** The last run whose numbers are there, and what its last answer showed. */
interface Current {
  readonly id: number;
  readonly choice: ExplorerChoice;
  readonly few: ComparedPaths;
  readonly many?: ComparedPaths | undefined;
  readonly shown: EngineView;
}

/**
 * The engine of a page: takes messages, does one thing at a time, and answers. What is under way for 2,000 draws is stopped when
 * something newer comes. When nothing is asked, it loads the 2,000 draws. A failure is answered, never thrown; one of the workers
 * ends their sessions, and the next run opens new ones.
 */
export function explorerEngine(host: EngineHost): (message: ToEngine) => void {
  const { post, now, pause } = host;
  let model: Model | undefined;
  let current: Current | undefined;
  let view: EngineView = { at: "", outcome: "" };
  let opening: (ToEngine & { readonly kind: "open" }) | undefined;
  let wanted: { readonly run: RunMessage; readonly asked: number } | undefined;
  let csvs: readonly CsvMessage[] = [];
  let stop = new AbortController();
  let busy = false;
  /** Loading failed that nobody had asked for: it waits until somebody asks. */
  let idle = true;

  function modelOf(parts: EngineParts, pool: Pool, seed: number): Model {
    const of = (draws: number, cut: SessionCut, between?: () => Promise<void>) => {
      const request = { ...releaseSession(parts, draws, seed), kernel: parts.kernel };
      const prepared = prepareSession(pool, explorerWork, request, cut);
      return explorerDraws({
        parts,
        draws,
        rows: request.rows,
        prepared,
        ...(between && { pause: between }),
      });
    };
    return { parts, pool, seed, few: of(FEW, {}), many: of(MANY, STOPPABLE, pause) };
  }

  /** The same release with nothing in its workers. */
  function reopened({ parts, pool, few, many }: Model, seed: number): Model {
    few.close();
    many.close();
    current = undefined;
    model = modelOf(parts, pool, seed);
    return model;
  }

  async function open({ folder, seed, workers }: ToEngine & { readonly kind: "open" }): Promise<void> {
    const old = model;
    model = undefined;
    current = undefined;
    idle = true;
    await old?.pool.close();
    const parts = await host.load(folder);
    const start = async (count: number) => {
      model = modelOf(parts, host.pool(count), seed);
      await model.few.load();
    };
    try {
      await start(workers);
    } catch (error) {
      // Workers that cannot start, such as those of a worker in an old browser: all is done here then.
      if (workers === 0 || isOfChoice(error)) throw error;
      await start(0);
    }
    post({ kind: "ready", draws: FEW });
  }

  async function load({ many }: Model): Promise<void> {
    await many.load({ signal: stop.signal });
    post({ kind: "ready", draws: MANY });
  }

  async function run({ choice, id, draws }: RunMessage, asked: number, opened: Model): Promise<void> {
    const under = opened.seed === choice.seed ? opened : reopened(opened, choice.seed);
    idle = true;
    const same = current !== undefined && sameChoice(current.choice, choice) ? current : undefined;
    current =
      same === undefined
        ? { id, choice, few: await under.few.compare(choice), shown: { at: "", outcome: "" } }
        : { ...same, id };
    if (draws === "few" || (current.many === undefined && !sameView(current.shown, view)))
      answer(under.few, current.few, id, asked);
    // What came meanwhile is newer.
    await pause();
    if (draws === "few" || wanted !== undefined || opening !== undefined) return;
    const loaded = under.many.loaded();
    const many = await under.many.compare(choice, {
      signal: stop.signal,
      progress: (done, total) => post({ kind: "progress", id, done, total }),
    });
    if (!loaded) post({ kind: "ready", draws: MANY });
    current = { ...current, many };
    answer(under.many, many, id, asked);
  }

  /** Answers a message with numbers of the current run. */
  function answer(draws: ExplorerDraws, compared: ComparedPaths, id: number, asked: number): void {
    if (model === undefined || current === undefined) return;
    const result = engineResult(model.parts.facts, draws, compared, view, draws.draws === MANY);
    current = { ...current, shown: view };
    const size = draws.draws === MANY ? MANY : FEW;
    post({ kind: "result", id, run: current.id, draws: size, ...result, ms: now() - asked });
  }

  function look({ id }: LookMessage): void {
    if (model === undefined || current === undefined) return;
    const { few, many } = model;
    if (current.many === undefined) answer(few, current.few, id, now());
    else answer(many, current.many, id, now());
  }

  /** With the 2,000 draws of the last run, which are run where they are not there yet. */
  async function csv({ many, parts }: Model, { choice, ...rest }: Current): Promise<void> {
    const compared = rest.many ?? (await many.compare(choice, { signal: stop.signal }));
    const { kept, pointsA: a, pointsB: b } = compared;
    const text = resultCsv(choice, parts.facts, { draws: MANY, kept: kept.length, a, b, at: [] });
    for (const { id } of csvs) post({ kind: "csv", id, text });
    csvs = [];
  }

  /** What is to be done next, and the messages that it answers. */
  function next(): { readonly ids: readonly number[]; readonly act: () => Promise<void> } | undefined {
    stop = new AbortController();
    if (opening !== undefined) {
      const message = opening;
      opening = undefined;
      return { ids: [], act: () => open(message) };
    }
    const opened = model;
    if (wanted !== undefined) {
      const { run: message, asked } = wanted;
      wanted = undefined;
      return {
        ids: [message.id],
        act: async () => run(message, asked, needed(opened, "no release is open")),
      };
    }
    if (csvs.length > 0) {
      const ids = csvs.map(({ id }) => id);
      return {
        ids,
        act: async () =>
          csv(needed(opened, "no release is open"), needed(current, "nothing has been run yet")),
      };
    }
    if (opened === undefined || !idle || opened.many.loaded()) return undefined;
    return { ids: [], act: () => load(opened) };
  }

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let todo = next(); todo !== undefined; todo = next()) {
      try {
        await todo.act();
      } catch (error) {
        if (error !== OVERTAKEN) fail(error, todo.ids);
      }
      await pause();
    }
    busy = false;
  }

  function fail(error: unknown, ids: readonly number[]): void {
    const message = error instanceof Error ? error.message : String(error);
    if (ids.length === 0) post({ kind: "failed", message });
    for (const id of ids) post({ kind: "failed", id, message });
    csvs = csvs.filter(({ id }) => !ids.includes(id));
    idle = false;
    if (model !== undefined && !isOfChoice(error)) reopened(model, model.seed);
  }

  return (message) => {
    try {
      if (message.kind === "look" || message.kind === "run")
        view = { at: message.at, outcome: message.outcome };
      if (message.kind === "look") return look(message);
      if (message.kind === "csv") csvs = [...csvs, message];
      else stop.abort(OVERTAKEN);
      if (message.kind === "run") wanted = { run: message, asked: now() };
      if (message.kind === "open") opening = message;
    } catch (error) {
      fail(error, "id" in message ? [message.id] : []);
    }
    void work();
  };
}

/** Whether what went wrong lies in what was asked for: the workers are well. */
function isOfChoice(error: unknown): boolean {
  return error instanceof RangeError || error instanceof DiagnosticError;
}

function needed<T>(value: T | undefined, why: string): T {
  if (value === undefined) throw new RangeError(why);
  return value;
}

const sameChoice = (a: ExplorerChoice, b: ExplorerChoice): boolean => JSON.stringify(a) === JSON.stringify(b);
const sameView = (a: EngineView, b: EngineView): boolean => a.at === b.at && a.outcome === b.outcome;
