import {
  type BriefFacts,
  type ChoiceChange,
  type ChoiceHistory,
  choiceChange,
  choiceKey,
  defaultLink,
  type EvidenceFile,
  type ExplorerChoice,
  type ExplorerLink,
  type ExplorerView,
  type Language,
  type ModelFacts,
  NO_HISTORY,
  printLink,
  remember,
  stepBack,
  stepForward,
} from "downstream/explorer";
import type { EngineClient } from "../worker/engine-client.ts";
import type { ResultMessage } from "../worker/protocol.ts";
import type { ExplorerApp, ShownResult } from "./explorer-app.ts";
import type { OpenRelease } from "./open-release.ts";
import { mirrorAddress, pageAddress } from "./page-address.ts";

/** What the store asks of the engine's client. */
export type AppEngine = Pick<EngineClient, "open" | "run" | "look" | "csv" | "restart">;

/** Key presses on one lever within this time, in milliseconds, are one step of undo. */
const ONE_STEP = 1000;

/** How long a replay shows what was before, in milliseconds. */
const REPLAY = 1100;

/** The page's store: see `ExplorerApp`. The engine's answers come in through `answered` and `failed`. */
export class ExplorerStore implements ExplorerApp {
  readonly language: Language;
  readonly root: string;
  readonly facts: ModelFacts;
  link: ExplorerLink = $state.raw()!;
  result: ShownResult | undefined = $state.raw();
  ghost: ShownResult | undefined = $state.raw();
  moving = $state(false);
  running = $state(false);
  replaying = $state(false);
  failure: string | undefined = $state();
  #past: ChoiceHistory = $state.raw(NO_HISTORY);
  canUndo = $derived(this.#past.past.length > 0);
  canRedo = $derived(this.#past.future.length > 0);

  readonly #engine: AppEngine;
  readonly #folder: string;
  readonly #mirror = mirrorAddress();
  /** What each answer that is awaited was asked of. */
  readonly #asked = new Map<number, { readonly choice: ExplorerChoice; readonly view: ExplorerView }>();
  #newest = 0;
  #lastStep: { readonly change: string; readonly time: number } | undefined;
  #replay: { readonly timer: ReturnType<typeof setTimeout>; readonly back: () => void } | undefined;
  #evidence: Promise<EvidenceFile> | undefined;
  #brief: Promise<BriefFacts> | undefined;

  constructor(options: {
    readonly language: Language;
    readonly root: string;
    readonly release: OpenRelease;
    readonly link: ExplorerLink;
    readonly engine: AppEngine;
  }) {
    this.language = options.language;
    this.root = options.root;
    this.facts = options.release.facts;
    this.link = options.link;
    this.#engine = options.engine;
    this.#folder = options.release.folder;
    this.#open();
  }

  choose(choice: ExplorerChoice, { moving = false }: { readonly moving?: boolean } = {}): void {
    this.#endReplay();
    const before = this.link.choice;
    if (choiceKey(before) !== choiceKey(choice)) this.#remember(before, choice, moving);
    if (moving && !this.moving) {
      this.moving = true;
      this.ghost = this.result;
    }
    if (!moving) this.#rest();
    this.#show(choice, moving ? "few" : "many");
  }

  release(): void {
    if (!this.moving) return;
    this.#rest();
    this.#run("many");
  }

  look(view: Partial<ExplorerView>): void {
    const before = this.link.view;
    this.link = { ...this.link, view: { ...before, ...view } };
    this.#writeAddress();
    const { at, outcome } = this.link.view;
    if (at === before.at && outcome === before.outcome) return;
    // A run that is under way would answer the old view: it begins anew.
    if (this.running || this.result === undefined) this.#run(this.moving ? "few" : "many");
    else this.#ask(this.#engine.look({ at, outcome }));
  }

  open(drawer: ExplorerView["drawer"]): void {
    const { drawer: _, ...view } = this.link.view;
    this.link = { ...this.link, view: drawer === undefined ? view : { ...view, drawer } };
    this.#writeAddress();
  }

  undo(): void {
    this.#endReplay();
    this.#step(stepBack(this.#past, this.link.choice));
  }

  redo(): void {
    this.#endReplay();
    this.#step(stepForward(this.#past, this.link.choice));
  }

  replay(): void {
    this.#endReplay();
    const before = this.#past.past.at(-1);
    if (before === undefined) return;
    const now = this.link.choice;
    const back = () => {
      this.#replay = undefined;
      this.replaying = false;
      this.#show(now, "many");
    };
    this.replaying = true;
    this.#show(before, "few");
    this.#replay = { timer: setTimeout(back, REPLAY), back };
  }

  reset(): void {
    this.choose({ ...defaultLink(this.facts).choice, seed: this.link.choice.seed });
  }

  keepAsA(): void {
    const { choice } = this.link;
    this.choose({ ...choice, a: choice.b });
  }

  evidence(): Promise<EvidenceFile> {
    this.#evidence ??= this.#json<EvidenceFile>("evidence.json").catch((error: unknown) => {
      this.#evidence = undefined;
      throw error;
    });
    return this.#evidence;
  }

  brief(): Promise<BriefFacts> {
    this.#brief ??= this.#json<BriefFacts>("brief.json").catch((error: unknown) => {
      this.#brief = undefined;
      throw error;
    });
    return this.#brief;
  }

  csv(): Promise<string> {
    return this.#engine.csv();
  }

  address(
    options: {
      readonly page?: "explorer" | "embed";
      readonly release?: boolean;
      readonly language?: Language;
    } = {},
  ): string {
    const { page = "explorer", release = true, language = this.language } = options;
    const query = printLink(this.link, this.facts, { release });
    return pageAddress({ root: this.root, page, language, query });
  }

  /** After a failure: the engine begins anew. */
  retry(): void {
    this.failure = undefined;
    this.running = true;
    this.#engine.restart();
  }

  /** A link that was opened in this page: another entry of the browser's history. */
  follow(link: ExplorerLink): void {
    this.#endReplay();
    this.#rest();
    const seed = this.link.choice.seed;
    this.link = link;
    if (seed !== link.choice.seed) this.#open();
    this.#run("many");
  }

  /** The engine has loaded its release. */
  ready(): void {
    this.#run(this.moving ? "few" : "many");
  }

  /** An answer of the engine. */
  answered(answer: ResultMessage): void {
    const asked = this.#asked.get(answer.id);
    if (asked === undefined) return;
    for (const id of this.#asked.keys()) if (id < answer.id) this.#asked.delete(id);
    const { comparison, change, explanations, draws, ms } = answer;
    const { at, outcome } = asked.view;
    this.result = { choice: asked.choice, at, outcome, draws, comparison, change, explanations, ms };
    this.failure = undefined;
    if (answer.id === this.#newest && (draws === 2000 || this.moving)) this.running = false;
  }

  /** The engine could not answer. */
  failed(message: string, id?: number): void {
    if (id !== undefined && id < this.#newest) return;
    this.failure = message;
    this.running = false;
  }

  #open(): void {
    this.running = true;
    this.#engine.open(this.#folder, this.link.choice.seed);
  }

  #show(choice: ExplorerChoice, draws: "few" | "many"): void {
    const { seed } = this.link.choice;
    this.link = { ...this.link, choice };
    if (!this.moving && !this.replaying) this.#writeAddress();
    if (choice.seed !== seed) this.#open();
    this.#run(draws);
  }

  #run(draws: "few" | "many"): void {
    this.running = true;
    const { choice, view } = this.link;
    this.#ask(this.#engine.run({ choice, at: view.at, outcome: view.outcome, draws }));
  }

  #ask(id: number): void {
    this.#newest = id;
    this.#asked.set(id, this.link);
  }

  #rest(): void {
    this.moving = false;
    this.ghost = undefined;
    this.#writeAddress();
  }

  #remember(before: ExplorerChoice, after: ExplorerChoice, moving: boolean): void {
    const change = moving ? stepName(choiceChange(before, after)) : "";
    const time = performance.now();
    const last = this.#lastStep;
    const same = change !== "" && last?.change === change && (this.moving || time - last.time < ONE_STEP);
    if (!same) this.#past = remember(this.#past, before);
    this.#lastStep = { change, time };
  }

  #step(step: { readonly to: ExplorerChoice; readonly history: ChoiceHistory } | undefined): void {
    if (step === undefined) return;
    this.#past = step.history;
    this.#lastStep = undefined;
    this.#rest();
    this.#show(step.to, "many");
  }

  #endReplay(): void {
    if (this.#replay === undefined) return;
    clearTimeout(this.#replay.timer);
    this.#replay.back();
  }

  #writeAddress(): void {
    this.#mirror(printLink(this.link, this.facts));
  }

  async #json<T>(file: string): Promise<T> {
    const response = await fetch(this.#folder + file);
    if (!response.ok) throw new Error(`${response.status} ${file}`);
    return (await response.json()) as T;
  }
}

/** One lever or one assumption that moved, by name; empty where more than one thing changed. */
function stepName({ levers, scenarios, assumptions, explanation }: ChoiceChange): string {
  if (scenarios.length > 0 || explanation || levers.length + assumptions.length !== 1) return "";
  return levers.map(({ side, name }) => `${side} ${name}`).concat(assumptions)[0]!;
}
