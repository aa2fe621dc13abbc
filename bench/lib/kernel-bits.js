// The kernels (exp, ln, pow, ...) as WebAssembly against the host's functions, bit for bit.

/** Rows: kernel, values compared, differences; `batches` of every set of arguments in every way to compute. */
export function kernelBitRows({ KERNELS, js, COUNT, kernelModule, ARGUMENT_SETS, randomOf }, batches) {
  return Object.entries(KERNELS).map(([name, kernel]) => {
    const { x, y, out, run } = kernelModule(kernel);
    let values = 0;
    let differences = 0;
    for (const [set, draw] of Object.entries(ARGUMENT_SETS)) {
      const random = randomOf(`bits ${name} ${set}`);
      for (let batch = 0; batch < batches; batch++) {
        for (let i = 0; i < COUNT; i++) [x[i], y[i]] = draw(random);
        const wanted = Float64Array.from({ length: COUNT }, (_, i) => js[name](x[i], y[i]));
        for (const way of Object.values(run)) {
          way();
          values += COUNT;
          for (let i = 0; i < COUNT; i++) if (!Object.is(out[i], wanted[i])) differences++;
        }
      }
    }
    return [name, values, differences];
  });
}
