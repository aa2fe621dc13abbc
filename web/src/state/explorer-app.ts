import type {
  BriefFacts,
  EvidenceFile,
  ExplanationComparison,
  ExplorerChoice,
  ExplorerLink,
  ExplorerView,
  Language,
  ModelFacts,
  PathComparison,
} from "downstream/explorer";

/** A result of the engine, with the choice and the view that it answers. */
export interface ShownResult {
  readonly choice: ExplorerChoice;
  readonly at: string;
  readonly outcome: string;
  readonly draws: 200 | 2000;
  readonly comparison: PathComparison;
  /** B minus A of the outcome over time: [save][q05, q25, q50, q75, q95]. */
  readonly change: Float64Array;
  readonly explanations: readonly ExplanationComparison[];
  readonly ms: number;
}

/**
 * The page's one store: choice → run → result; the address is its mirror. Components read it and call its verbs; nothing else
 * changes anything. Made by `state/explorer-app.svelte.ts`.
 */
export interface ExplorerApp {
  readonly language: Language;
  /** Where the site's root is, relative to this page: "./" or "../". */
  readonly root: string;
  readonly facts: ModelFacts;
  /** The choice and the view now; the address shows them. */
  readonly link: ExplorerLink;
  /** The newest result; undefined before the first. */
  readonly result: ShownResult | undefined;
  /** While a lever moves: the result before it began to move. */
  readonly ghost: ShownResult | undefined;
  readonly moving: boolean;
  /** A run is under way whose answer is not shown yet. */
  readonly running: boolean;
  /** What went wrong, in words for the visitor. */
  readonly failure: string | undefined;
  /** Sets the choice. `moving`: a lever is being dragged: 200 draws, and one step of undo when it is released. */
  choose(choice: ExplorerChoice, options?: { readonly moving?: boolean }): void;
  /** Ends a drag: 2,000 draws. */
  release(): void;
  look(view: Partial<ExplorerView>): void;
  /** Opens or closes the drawer. */
  open(drawer: ExplorerView["drawer"]): void;
  undo(): void;
  redo(): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Shows the change before last, then the last one again. */
  replay(): void;
  /** No change on both sides, no assumptions. */
  reset(): void;
  /** A becomes what B is; B starts from there. */
  keepAsA(): void;
  /** Loaded once, when first asked for. */
  evidence(): Promise<EvidenceFile>;
  brief(): Promise<BriefFacts>;
  /** The results as CSV: the bytes that `downstream link` prints. */
  csv(): Promise<string>;
  /** The whole address of this page with the link in it; `release: false` leaves the version out, so that it follows the model. */
  address(options?: {
    readonly page?: "explorer" | "embed";
    readonly release?: boolean;
    readonly language?: Language;
  }): string;
}
