// A model of the size of WRLD3-03 (261 variables, 400 Euler steps of half a year), of our own: ten regions with people, capital,
// pollution and what is known of output, bound by trade. Shape, not content, is the point: about 40 stocks, 50 tables of ten points, few
// transcendental functions, as in the original. The text is the same on every machine.

/** A small generator with its own arithmetic. */
function sequence(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const REGIONS = ["amber", "birch", "cedar", "dune", "ember", "fjord", "grove", "heath", "islet", "jade"];

/** A table of ten points from `low` to `high` of y over x = 0 .. `last`, bent by chance but monotone. */
function table(name, low, high, last, next) {
  const bend = 0.6 + next();
  const points = Array.from({ length: 10 }, (_, i) => {
    const share = i / 9;
    const y = low + (high - low) * ((share * (1 + bend)) / (1 + bend * share));
    return `(${((last * i) / 9).toFixed(3)}, ${y.toFixed(4)})`;
  });
  return `table ${name} = ${points.join(", ")}`;
}

function region(name, from, i, next) {
  const about = (value, spread = 0.2) => Number((value * (1 + spread * (next() - 0.5))).toPrecision(4));
  const uncertain = (text, value) =>
    `${text} = ${value} ~ triangular(${Number((value * 0.8).toPrecision(4))}, ${value}, ${Number((value * 1.25).toPrecision(4))})`;
  // Six calls in the whole model: WRLD3 has as few.
  const special = [
    `reach of ${name} = 1 - exp(0 - capital of ${name} / 400)`,
    `reach of ${name} = ln(1 + capital of ${name} / 300)`,
    `reach of ${name} = (capital of ${name} / 500) ^ 0.35`,
  ];
  const plain = `reach of ${name} = capital of ${name} / (capital of ${name} + 300)`;
  return `
stock people of ${name}
  start  ${about(100)}
  in     births in ${name}, arrivals in ${name}
  out    deaths in ${name}

stock capital of ${name}
  start  ${about(200)}
  in     investment in ${name}
  out    depreciation in ${name}

stock pollution of ${name}
  start  ${about(10)}
  in     emissions of ${name}
  out    absorption in ${name}

${i < 6 ? special[i % 3] : plain}
labour ratio of ${name} = people of ${name} / (capital of ${name} * jobs per capital of ${name})
output of ${name} = capital of ${name} * productivity of ${name} * labour effect of ${name}(labour ratio of ${name})
    * (1 - damage in ${name}) * (0.5 + reach of ${name})
known output of ${name} = smth1(output of ${name}, time to know in ${name})
wealth of ${name} = known output of ${name} / people of ${name} / reference income
demand of ${name} = people of ${name} * reference income * demand effect of ${name}(wealth of ${name})
shortage in ${name} = max(0, demand of ${name} - output of ${name}) / demand of ${name}
surplus of ${name} = max(0, output of ${name} - demand of ${name})
offer from ${from} to ${name} = surplus of ${from} * openness of ${name}
imports of ${name} = min(offer from ${from} to ${name}, shortage in ${name} * demand of ${name})
supply in ${name} = output of ${name} + imports of ${name} - min(offer from ${name}, surplus of ${name})
offer from ${name} = surplus of ${name} * openness of ${from}
saving in ${name} = saving share of ${name} * saving effect of ${name}(supply in ${name} / people of ${name} / reference income)
investment in ${name} = supply in ${name} * saving in ${name}
depreciation in ${name} = capital of ${name} / lifetime of capital
    / (if damage in ${name} > 0.2 then 1 - 0.5 * damage in ${name} else 1)
births in ${name} = people of ${name} * birth rate * birth effect of ${name}(wealth of ${name})
pressure in ${name} = pollution of ${name} / ${about(80)}
damage in ${name} = damage effect of ${name}(pressure in ${name})
deaths in ${name} = people of ${name} * death rate * (1 + damage in ${name}) * (1.5 - 0.5 * min(1, wealth of ${name}))
pull of ${name} = max(0, wealth of ${name} - wealth of ${from})
arrivals in ${name} = people of ${name} * mobility * pull of ${name} / (1 + pull of ${name})
emissions of ${name} = output of ${name} * intensity of ${name}
absorption time in ${name} = base time to absorb * (1 + pressure in ${name} * pressure in ${name} / 4)
absorption in ${name} = pollution of ${name} / absorption time in ${name}

${table(`labour effect of ${name}`, 0.1, 1.4, 3, next)}
${table(`demand effect of ${name}`, 0.4, 2.2, 5, next)}
${table(`saving effect of ${name}`, 0.3, 1.3, 3, next)}
${table(`birth effect of ${name}`, 1.3, 0.5, 6, next)}
${table(`damage effect of ${name}`, 0, 0.6, 6, next)}
${uncertain(`productivity of ${name}`, about(0.35))}
${uncertain(`saving share of ${name}`, about(0.22))}
${uncertain(`intensity of ${name}`, about(0.06))}
jobs per capital of ${name} = ${about(0.45)}
openness of ${name} = ${about(0.25)}
time to know in ${name} = ${about(4)}
`;
}

/** Text of the model, in the model language, and its twelve outputs. */
export function worldModel() {
  const next = sequence(1972);
  const regions = REGIONS.map((name, i) => region(name, REGIONS[(i + 3) % 10], i, next));
  const total = (what) => REGIONS.map((name) => `${what} of ${name}`).join(" + ");
  const text = `# A world of ten regions

\`\`\`model
time from 1900 to 2100, 2 steps a unit, euler, save every 1 unit
${regions.join("\n")}
reference income = 0.4
lifetime of capital = 15
birth rate = 0.032 ~ triangular(0.028, 0.032, 0.036)
death rate = 0.021 ~ triangular(0.018, 0.021, 0.024)
mobility = 0.004
base time to absorb = 8 ~ triangular(5, 8, 12)

all people = ${total("people")}
all capital = ${total("capital")}
all output = ${total("output")}
all pollution = ${total("pollution")}
output per head = all output / all people
\`\`\`
`;
  const some = ["amber", "cedar", "ember", "grove"].map((name) => `people of ${name}`);
  const outputs = ["all people", "all capital", "all output", "all pollution", "output per head", ...some];
  outputs.push("wealth of birch", "shortage in dune", "damage in fjord");
  return { text, outputs };
}
