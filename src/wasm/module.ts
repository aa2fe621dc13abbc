import { Bytes, type Code, type ValueType } from "./code.ts";

export interface ModuleParts {
  /** Functions by number; a function may be given out as a number before it is written (`reserve`). */
  readonly functions: readonly Code[];
  /** Exported functions by name. */
  readonly exports: Readonly<Record<string, number>>;
  /** Pages of 64 KiB of the module's own memory, exported as `memory`; or an imported one (`env.memory`). */
  readonly pages: number;
  readonly importMemory?: boolean;
  /** Doubles put into memory at an address when the module is instantiated. */
  readonly data?: readonly { readonly at: number; readonly values: Float64Array }[];
}

/** The bytes of a WebAssembly module (core specification 2.0, section 5.5). */
export function moduleBytes(parts: ModuleParts): Uint8Array<ArrayBuffer> {
  const { functions, exports, pages, data = [] } = parts;
  const out = new Bytes();
  for (const byte of [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]) out.byte(byte);

  const signatures = new Map<string, number>();
  const types = new Bytes();
  const typeOf = functions.map(({ parameters, results }) => {
    const key = `${parameters}:${results}`;
    const known = signatures.get(key);
    if (known !== undefined) return known;
    types.byte(0x60);
    for (const list of [parameters, results] as readonly (readonly ValueType[])[]) {
      types.unsigned(list.length);
      for (const type of list) types.byte(type);
    }
    signatures.set(key, signatures.size);
    return signatures.size - 1;
  });
  section(out, 1, new Bytes().unsigned(signatures.size).append(types));
  if (parts.importMemory)
    section(out, 2, new Bytes().unsigned(1).text("env").text("memory").byte(2).byte(0).unsigned(pages));
  const declared = new Bytes().unsigned(functions.length);
  for (const type of typeOf) declared.unsigned(type);
  section(out, 3, declared);
  if (!parts.importMemory) section(out, 5, new Bytes().unsigned(1).byte(0).unsigned(pages));
  const names = Object.entries(exports);
  const exported = new Bytes().unsigned(names.length + (parts.importMemory ? 0 : 1));
  for (const [name, fn] of names) exported.text(name).byte(0).unsigned(fn);
  if (!parts.importMemory) exported.text("memory").byte(2).unsigned(0);
  section(out, 7, exported);

  const bodies = new Bytes().unsigned(functions.length);
  for (const code of functions) {
    const body = new Bytes().append(localsOf(code)).append(code.bytes).byte(0x0b);
    bodies.unsigned(body.length).append(body);
  }
  section(out, 10, bodies);
  const filled = data.filter((one) => one.values.length > 0);
  if (filled.length > 0) {
    const segments = new Bytes().unsigned(filled.length);
    for (const { at, values } of filled) {
      segments
        .byte(0)
        .byte(0x41)
        .signed(at)
        .byte(0x0b)
        .unsigned(values.length * 8);
      for (const value of values) segments.double(value);
    }
    section(out, 11, segments);
  }
  return out.take();
}

function section(out: Bytes, id: number, content: Bytes): void {
  out.byte(id).unsigned(content.length).append(content);
}

/** Local declarations, runs of one type together. */
function localsOf({ locals }: Code): Bytes {
  const runs: [number, ValueType][] = [];
  for (const type of locals) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === type) last[0]++;
    else runs.push([1, type]);
  }
  const out = new Bytes().unsigned(runs.length);
  for (const [count, type] of runs) out.unsigned(count).byte(type);
  return out;
}
