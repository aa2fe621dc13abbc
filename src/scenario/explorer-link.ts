/** A lever of one path, in the lever's declared unit: break points in ascending order, months `YYYY-MM`. */
export type LeverPoints = readonly { readonly at: string; readonly value: number }[];

/** One side of a comparison: a scenario of the model, and the levers that differ from it. */
export interface PathChoice {
  /** Id of a scenario; that of no change unless another is chosen. */
  readonly scenario: string;
  /** By canonical name; replaces the scenario's whole schedule of that lever. */
  readonly levers: Readonly<Record<string, LeverPoints>>;
}

/**
 * Everything that decides the numbers of an explorer page, and nothing else: two equal values give the same numbers, bit for
 * bit, within one number version of the engine.
 */
export interface ExplorerChoice {
  /** Version of the released model, such as `2026.1`. */
  readonly release: string;
  readonly seed: number;
  readonly a: PathChoice;
  readonly b: PathChoice;
  /** Constants held at a value in every draw of both paths, by canonical name, in the declared unit: assumptions, not policy. */
  readonly assumptions: Readonly<Record<string, number>>;
  /** Only draws that hold this explanation are shown: a variant and one of its options. */
  readonly explanation?: { readonly variant: string; readonly option: string };
}

/** What of the results is looked at; part of a link, decides no number of a path. */
export interface ExplorerView {
  /** Canonical name of the outcome in the large chart. */
  readonly outcome: string;
  /** Month at which A and B are compared, `YYYY-MM`. */
  readonly at: string;
  /** What the drawer shows: a name of the model, the document, or nothing. */
  readonly drawer?:
    | { readonly kind: "lever" | "parameter" | "outcome" | "variant"; readonly name: string }
    | { readonly kind: "brief" };
}

/** A link's whole content. */
export interface ExplorerLink {
  readonly choice: ExplorerChoice;
  readonly view: ExplorerView;
}

/** Version of the engine's numbers: within one, the same choice gives the same doubles. */
export const NUMBER_VERSION = 1;
