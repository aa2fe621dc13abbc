// The C program of bench/kernels.js: every kernel in scalar form and for vectors of 2, 4 and 8 lanes, beside libm.

const WIDTHS = [1, 2, 4, 8];
const LIBM = { ln: "log" };

/** Names of the forms in the program: libm, and ours by number of lanes. */
export const C_FORMS = ["libm", ...WIDTHS.map((lanes) => `ours${lanes}`)];

/** Text of the program; it takes `time <kernel> <form>` and `compare <file>` a line and answers with a line. */
export function kernelProgram(kernels, { kernelsHeadC, kernelC }) {
  const names = Object.keys(kernels);
  const functions = names.flatMap((name, at) => [
    ...WIDTHS.map((lanes) => kernelC(kernels[name], `k${lanes}_${name}`, lanes, at === 0)),
  ]);
  const call = (name, f, type, cast = "") => {
    const two = kernels[name].inputs.length === 2;
    return `${f}(*(const ${type} *)(X + i)${two ? `, *(const ${type} *)(Y + i)` : ""})${cast}`;
  };
  const loops = names.flatMap((name) => [
    loop(`libm_${name}`, 1, "double", call(name, LIBM[name] ?? name, "double")),
    ...WIDTHS.map((lanes) => {
      const type = lanes === 1 ? "double" : `KernelW${lanes}`;
      return loop(`ours${lanes}_${name}`, lanes, type, call(name, `k${lanes}_${name}`, type));
    }),
  ]);
  const entries = names.flatMap((name) =>
    C_FORMS.map((form) => `  {"${name}", "${form}", ${form}_${name}},`),
  );
  return `${kernelsHeadC()}
#include <stdio.h>
#include <time.h>
#define COUNT 1024
static double X[COUNT] __attribute__((aligned(64))), Y[COUNT] __attribute__((aligned(64))), OUT[COUNT] __attribute__((aligned(64)));
${functions.join("\n")}
${loops.join("\n")}
static const struct { const char *kernel, *form; void (*run)(void); } ALL[] = {
${entries.join("\n")}
};
static double now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec * 1e9 + t.tv_nsec; }
static void fill(FILE *f, double *to) { if (fread(to, 8, COUNT, f) != COUNT) memset(to, 0, sizeof OUT); }
int main(void) {
  char verb[16], kernel[16], rest[512];
  while (scanf("%15s %15s %511s", verb, kernel, rest) == 3) {
    if (verb[0] == 'l') { FILE *f = fopen(rest, "rb"); fill(f, X); fill(f, Y); fclose(f); puts("ok"); }
    for (unsigned n = 0; n < sizeof ALL / sizeof *ALL; n++) {
      if (strcmp(ALL[n].kernel, kernel)) continue;
      if (verb[0] == 't' && !strcmp(ALL[n].form, rest)) {
        const double from = now();
        for (int pass = 0; pass < 20; pass++) { ALL[n].run(); __asm__ volatile("" ::: "memory"); }
        printf("%.4f\\n", (now() - from) / (20.0 * COUNT));
      }
    }
    if (verb[0] == 'c') {
      /* Blocks of x, y and wanted values: how many values of ours differ, NaN equal to NaN. */
      FILE *f = fopen(rest, "rb");
      static double wanted[COUNT];
      long long compared = 0, different = 0;
      while (fread(X, 8, COUNT, f) == COUNT) {
        fill(f, Y);
        fill(f, wanted);
        for (unsigned n = 0; n < sizeof ALL / sizeof *ALL; n++) {
          if (strcmp(ALL[n].kernel, kernel) || ALL[n].form[0] != 'o') continue;
          ALL[n].run();
          for (int i = 0; i < COUNT; i++) {
            compared++;
            if (OUT[i] != OUT[i] ? wanted[i] == wanted[i] : kernel_to_bits(OUT[i]) != kernel_to_bits(wanted[i])) different++;
          }
        }
      }
      fclose(f);
      printf("%lld %lld\\n", compared, different);
    }
    fflush(stdout);
  }
  return 0;
}
`;
}

const loop = (name, lanes, type, call) => `static __attribute__((noinline)) void ${name}(void) {
  for (int i = 0; i < COUNT; i += ${lanes}) *(${type} *)(OUT + i) = ${call};
}`;
