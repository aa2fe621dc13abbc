/** A JSON Schema as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });
const text: JsonSchema = { type: "string" };
const number: JsonSchema = { type: "number" };
const index: JsonSchema = { type: "integer", minimum: 0 };
const count: JsonSchema = { type: "integer", minimum: 1 };
const expr = ref("expression");
const list = (items: JsonSchema): JsonSchema => ({ type: "array", items });

/** A closed object: every property is required except those in `optional`. */
function object(
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", properties, required, additionalProperties: false };
}

const op = (...names: readonly string[]): JsonSchema => ({ enum: names });
const shown = { name: text, unit: text, factor: number };

const expression: JsonSchema = {
  description: "An expression in base units; `index` counts into the array that `op` names.",
  oneOf: [
    object({ op: op("const"), value: number }),
    object({ op: op("param", "lever", "stock", "aux", "held"), index }),
    object({ op: op("time", "steptime", "dt") }),
    object({
      op: op("neg", "not", "abs", "sqrt", "exp", "ln", "floor", "trunc", "sin", "cos", "tan", "atan"),
      arg: expr,
    }),
    object({
      op: op(
        "add",
        "sub",
        "mul",
        "div",
        "pow",
        "min",
        "max",
        "lt",
        "le",
        "gt",
        "ge",
        "eq",
        "ne",
        "and",
        "or",
      ),
      left: expr,
      right: expr,
    }),
    object({ op: op("if"), condition: expr, then: expr, otherwise: expr }),
    object({ op: op("lookup"), table: index, arg: expr }),
    object({ op: op("pick"), first: index, count, arg: expr }),
    object({ op: op("noise"), index }),
    object({ op: op("sumproduct"), count, of: ref("slice"), times: ref("slice") }, ["times"]),
  ],
};

const held: JsonSchema = {
  description: "A variable that changes only between steps.",
  oneOf: [
    object({ ...shown, kind: { const: "delay" }, input: expr, duration: expr, initial: expr }),
    object({ ...shown, kind: { const: "sample" }, input: expr, at: expr }),
    object({
      ...shown,
      kind: { const: "rule" },
      initial: expr,
      from: expr,
      when: expr,
      by: expr,
      upTo: expr,
      every: expr,
      until: expr,
    }),
  ],
};

const vector: JsonSchema = {
  description: "An array that sums run over: quantities of the model in order, or fixed numbers.",
  oneOf: [
    object({
      name: text,
      members: list(object({ of: { enum: ["param", "lever", "stock", "aux", "held"] }, index })),
    }),
    object({ name: text, values: list(number) }),
  ],
};

const prior = object({
  distribution: {
    enum: ["uniform", "loguniform", "triangular", "pert", "normal", "lognormal", "beta", "categorical"],
  },
  args: list(number),
});

const clock = object({
  calendar: { type: "boolean" },
  startIndex: { type: "integer" },
  stepsPerUnit: { type: "integer", minimum: 1 },
  steps: { type: "integer", minimum: 1 },
  stepsPerMonth: { type: "integer", minimum: 1 },
  resultsFrom: index,
  decision: index,
  saveSteps: list(index),
});

/** JSON Schema (draft 2020-12) of the IR; published as `schema/ir.schema.json`. */
export const irSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "downstream/ir.schema.json",
  title: "Downstream model, intermediate representation",
  description:
    "A compiled model as plain JSON; all numbers in base units (year, kg, person, USD of 2024, 1).",
  ...object(
    {
      version: { const: 1 },
      model: text,
      method: { enum: ["euler", "rk2", "rk4"] },
      clock: ref("clock"),
      parameters: list(ref("parameter")),
      levers: list(ref("lever")),
      stocks: list(ref("stock")),
      auxiliaries: list(ref("auxiliary")),
      held: list(ref("held")),
      tables: list(ref("table")),
      vectors: list(ref("vector")),
      noise: list(ref("noise")),
      initialOrder: list(object({ of: { enum: ["stock", "held", "aux"] }, index })),
    },
    ["vectors", "noise"],
  ),
  $defs: {
    expression,
    held,
    prior,
    clock,
    parameter: object({ ...shown, value: number, prior: ref("prior"), options: list(text) }, [
      "prior",
      "options",
    ]),
    lever: object({ ...shown, value: number, low: number, high: number, rampMonths: number }),
    stock: object({ ...shown, initial: expr, derivative: expr }),
    auxiliary: object({ ...shown, phase: { enum: ["constant", "dynamic", "report"] }, expr }),
    table: object(
      { name: text, shape: { enum: ["extrapolated", "stepwise"] }, x: list(number), y: list(number) },
      ["shape"],
    ),
    slice: object({ vector: index, first: index, stride: index }),
    vector,
    noise: object({ name: text, distribution: { enum: ["uniform", "normal"] }, every: count }, ["every"]),
  },
};
