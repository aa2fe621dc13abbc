import type { PosteriorInfo } from "../calibrate/posterior.ts";
import { cutEnsemble } from "../ensemble/ensemble-shared.ts";
import { columnOf, type EnsembleScenario, openRowRuns, type Pool } from "../ensemble/index.ts";
import type { Ir } from "../model/ir.ts";
import type { SensitivityInput } from "./sensitivity-redraw.ts";

/** One number that a run gives: an outcome without change, or a scenario's effect on it. */
export interface SensitivityQuantity {
  readonly outcome: string;
  /** Absent: the level under the first scenario. Else: this scenario minus the first, in the same draw. */
  readonly scenario?: string;
}

/** What every row is run for. */
export interface QuantityRequest {
  readonly ir: Ir;
  readonly outcomes: readonly string[];
  /** The first is the base line. */
  readonly scenarios: readonly EnsembleScenario[];
  /** Step at which outcomes are read. */
  readonly at: number;
  readonly noiseSeed: number;
  /** Most rows held at once. */
  readonly capacity?: number;
}

/** Runs that stand ready: quantities by row, NaN where a run failed. */
export interface QuantityRuns {
  readonly quantities: readonly SensitivityQuantity[];
  /** [quantity][row]; row i has the noise of run i modulo `block`. */
  readonly of: (rows: Float64Array, count: number, block: number) => Promise<readonly Float64Array[]>;
  readonly close: () => void;
}

/** The quantities of a request: outcome by outcome, the level first, then the effect of each further scenario. */
export function sensitivityQuantities({
  outcomes,
  scenarios,
}: Pick<QuantityRequest, "outcomes" | "scenarios">): readonly SensitivityQuantity[] {
  return outcomes.flatMap((outcome) =>
    scenarios.map(({ id }, s) => (s === 0 ? { outcome } : { outcome, scenario: id })),
  );
}

/** Opens the runs of a request on a pool. Throws a DiagnosticError for unknown outcomes, levers or parameters. */
export function quantityRuns(pool: Pool, request: QuantityRequest): QuantityRuns {
  const { ir, outcomes, scenarios, at, noiseSeed, capacity = 4096 } = request;
  const branchStep = Math.min(ir.clock.decision, at);
  const shared = { ir, outputs: outcomes, saveSteps: [at], scenarios, branchStep, noiseSeed };
  const cut = cutEnsemble(shared);
  const runs = openRowRuns(pool, shared, capacity);
  const width = ir.parameters.length;
  const noisy = (ir.noise ?? []).length > 0;
  const quantities = sensitivityQuantities(request);
  return {
    quantities,
    async of(rows, count, block) {
      const result = quantities.map(() => new Float64Array(count));
      const step = noisy ? Math.min(block, capacity) : capacity;
      for (let from = 0; from < count; from += step) {
        const own = Math.min(step, count - from);
        runs.params.set(rows.subarray(from * width, (from + own) * width));
        const columns = await runs.run(own, noisy ? from % block : 0);
        outcomes.forEach((_, o) => {
          const base = columnOf(columns, cut, 0, o, 0);
          scenarios.forEach((_, s) => {
            const into = result[o * scenarios.length + s];
            const column = columnOf(columns, cut, s, o, 0);
            for (let i = 0; i < own && into !== undefined; i++)
              into[from + i] = (column[i] ?? Number.NaN) - (s === 0 ? 0 : (base[i] ?? Number.NaN));
          });
        });
      }
      return result;
    },
    close: runs.close,
  };
}

/**
 * The uncertain inputs of a model: its parameters with a prior, those that one line draws anew each year taken as one. With a posterior:
 * what it fixes is no input, and what it names and does not call silent is informed by the data.
 */
export function sensitivityInputs(
  ir: Ir,
  posterior?: Pick<PosteriorInfo, "parameters" | "silent" | "fixed">,
): readonly SensitivityInput[] {
  const fixed = new Set(posterior?.fixed.map(({ name }) => name));
  const silent = new Set(posterior?.silent);
  const informed = new Set(posterior?.parameters.filter((name) => !silent.has(name)));
  const groups = new Map<string, number[]>();
  ir.parameters.forEach(({ name, prior }, column) => {
    if (prior === undefined || fixed.has(name)) return;
    const owner = ownerOf(name);
    groups.set(owner, [...(groups.get(owner) ?? []), column]);
  });
  return [...groups].map(([name, columns]) => ({
    name,
    columns,
    priors: columns.flatMap((column) => ir.parameters[column]?.prior ?? []),
    conditional: columns.some((column) => informed.has(ir.parameters[column]?.name ?? "")),
  }));
}

/** The constant to which a parameter belongs: `deaths: 2014` is one year's draw of `deaths`. */
export function ownerOf(parameter: string): string {
  return parameter.replace(/: \d+$/, "");
}
