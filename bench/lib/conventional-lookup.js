import { cArray } from "./c-number.js";

// Tables as SDEverywhere's runtimes look them up (its C file vensim.c, its JavaScript class Lookup): one function for all tables,
// a search from the last hit upwards or from the start, the slope divided out at every call. The value has the bits of
// src/engine/tables.ts, since (dy / dx) * (x - x_i) is the same product.

/** C of the tables: lookup<n>(double). */
export function lookupC(tables) {
  const data = tables.map(({ x, y }, n) => {
    const pairs = x.flatMap((at, i) => [at, y[i]]);
    return `${cArray(`table${n}`, pairs)}\nstatic Lookup lookup_${n} = { table${n}, ${x.length}, 1e308, 0 };`;
  });
  const calls = tables.map((_, n) => `#define lookup${n}(x) lookup_value(&lookup_${n}, x)`);
  return `typedef struct { const double *data; int n; double last_input; int last_hit; } Lookup;
__attribute__((noinline)) static double lookup_value(Lookup *table, double input) {
  const double *data = table->data;
  const int max = table->n * 2;
  for (int i = input >= table->last_input ? table->last_hit : 0; i < max; i += 2) {
    const double x = data[i];
    if (x >= input) {
      table->last_input = input;
      table->last_hit = i;
      if (i == 0 || x == input) return data[i + 1];
      const double last_x = data[i - 2], last_y = data[i - 1];
      const double dx = x - last_x, dy = data[i + 1] - last_y;
      return last_y + (dy / dx) * (input - last_x);
    }
  }
  return data[max - 1];
}
${data.join("\n")}
${calls.join("\n")}
`;
}

/** JavaScript of the tables: lookup<n>(x). */
export function lookupJs(tables) {
  const data = tables.map(
    ({ x, y }, n) =>
      `const table${n} = new Lookup([${x.flatMap((at, i) => [at, y[i]])}]);\nconst lookup${n} = (x) => table${n}.value(x);`,
  );
  return `class Lookup {
  constructor(data) {
    this.data = data;
    this.lastInput = Number.MAX_VALUE;
    this.lastHit = 0;
  }
  value(input) {
    const { data } = this;
    for (let i = input >= this.lastInput ? this.lastHit : 0; i < data.length; i += 2) {
      const x = data[i];
      if (x >= input) {
        this.lastInput = input;
        this.lastHit = i;
        if (i === 0 || x === input) return data[i + 1];
        const lastX = data[i - 2];
        const lastY = data[i - 1];
        return lastY + ((data[i + 1] - lastY) / (x - lastX)) * (input - lastX);
      }
    }
    return data[data.length - 1];
  }
}
${data.join("\n")}`;
}
