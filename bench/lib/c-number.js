/** A C literal that reads back as the same double. */
export function cNumber(value) {
  if (Number.isNaN(value)) return "NAN";
  if (value === Number.POSITIVE_INFINITY) return "INFINITY";
  if (value === Number.NEGATIVE_INFINITY) return "(-INFINITY)";
  if (Object.is(value, -0)) return "(-0.0)";
  const text = /[.e]/.test(`${value}`) ? `${value}` : `${value}.0`;
  return value < 0 ? `(${text})` : text;
}

/** A C array of doubles. */
export function cArray(name, values) {
  const list = Array.from(values, cNumber);
  const lines = [];
  for (let i = 0; i < list.length; i += 10) lines.push(`  ${list.slice(i, i + 10).join(", ")}`);
  return `static const double ${name}[${list.length || 1}] = {\n${lines.join(",\n")}\n};`;
}
