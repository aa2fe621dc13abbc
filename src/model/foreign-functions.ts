/** Names of functions in other tools, canonical, and what is written here instead; some have another order of arguments. */
const FOREIGN: Readonly<Record<string, string>> = {
  initial: "init(x)",
  "active initial": "init(x)",
  integ: "stock",
  power: "a ^ b",
  mod: "modulo(a, b)",
  trunc: "integer(x)",
  ceiling: "ceil(x)",
  "sample if true": "held, rule",
  smooth: "smth1(input, time)",
  smoothi: "smth1(input, time, start)",
  smooth3: "smth3(input, time)",
  smooth3i: "smth3(input, time, start)",
  "smooth n": "smthn(input, time, order, start)",
  delay1i: "delay1(input, time, start)",
  delay3i: "delay3(input, time, start)",
  "delay n": "delayn(input, time, order, start)",
  "delay fixed": "delay(input, time, start)",
  "delay material": "delayn(input, time, order, start)",
  forecast: "forcst(input, time, horizon)",
  "with lookup": "table",
  lookup: "table",
  "lookup extrapolate": "table x = (0, 0), (1, 1), extrapolated",
  "lookup backward": "table x = (0, 0), (1, 1), stepwise",
  random: "random uniform(low, high)",
  "random 0 1": "random uniform(0, 1)",
  uniform: "random uniform(low, high)",
  normal: "random normal(mean, sd)",
  lognormal: "random lognormal(mean, sd)",
  exprnd: "random exponential(mean)",
  poisson: "max(0, round(random normal(mean, sqrt(mean))))",
  "random poisson": "max(0, round(random normal(mean, sqrt(mean))))",
  game: "lever",
  "get xls data": "data",
  "get direct data": "data",
  "get direct constants": "data",
};

/** What the language offers for a function of another tool; undefined where it knows no such function. `name` is canonical. */
export function writtenHere(name: string): string | undefined {
  return Object.hasOwn(FOREIGN, name) ? FOREIGN[name] : undefined;
}
