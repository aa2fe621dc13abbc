/**
 * The end of a C file: reads draws and levers, tabulates what is the same for all runs once per block of runs, and answers
 * on its standard input as every competitor does (lib/competitor.js): `round MS`, `dump PATH`, `quit`.
 */
export function cMain() {
  return `
static double *P, *L;
static int runs, from;
static struct state *states;

static void tabulate(void) {
  if (ROWS == 0) return;
  for (int k = from; k <= STEPS; k++) {
    const double *l = L + k * LEVERS;
    const double s = (START_INDEX + k) / PER_UNIT;
    double *row = U + k * STAGES * ROWS;
    uniform(s, s, l, row);
    if (STAGES == 3) uniform((START_INDEX + k + 0.5) / PER_UNIT, s, l, row + ROWS);
    if (STAGES > 1) uniform((START_INDEX + k + 1) / PER_UNIT, s, l, row + (STAGES - 1) * ROWS);
  }
}

static void group(int first, double *out) {
  run(P + (size_t)first * PARAMETERS, L, from, STEPS, from ? states + first / LANES : 0, 0, out);
}

${CLIENT}

static double *file(const char *path) {
  FILE *f = fopen(path, "rb");
  if (!f) exit(3);
  fseek(f, 0, SEEK_END);
  const size_t size = ftell(f);
  rewind(f);
  double *data = ALLOC(double, size);
  if (fread(data, 1, size, f) != size) exit(3);
  fclose(f);
  return data;
}

int main(int argc, char **argv) {
  if (argc < 5) return 2;
  P = file(argv[1]);
  L = file(argv[2]);
  runs = atoi(argv[3]);
  const int begin = atoi(argv[4]);
  U = ALLOC(double, (size_t)(STEPS + 1) * STAGES * (ROWS + 1) * 8);
  for (int i = 0; i < HELD; i++) ring[i] = ALLOC(V, RING * sizeof(V));
  const size_t cells = (size_t)OUTPUTS * SAVES * BLOCK + LANES;
  double *out = ALLOC(double, cells * 8);
  if (begin > 0) {
    tabulate();
    states = ALLOC(struct state, (runs / LANES) * sizeof(struct state));
    memset((void *)states, 0, (runs / LANES) * sizeof(struct state));
    for (int i = 0; i < runs; i += LANES) run(P + (size_t)i * PARAMETERS, L, 0, begin, 0, states + i / LANES, out);
    from = begin;
  }
  client(out);
  return 0;
}`;
}

const CLIENT = `/* Processor time: what else the machine does is not in it. */
static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static int ascending(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

static int next_run = 0;
static void one_block(double *out) {
  tabulate();
  for (int i = 0; i < BLOCK; i += LANES)
    group(next_run + i, out + (size_t)OUTPUTS * SAVES * i);
  next_run = next_run + 2 * BLOCK > runs ? 0 : next_run + BLOCK;
}

static void client(double *out) {
  static double rates[1000000];
  char line[4096];
  printf("ready\\n");
  fflush(stdout);
  while (fgets(line, sizeof line, stdin)) {
    if (strncmp(line, "round ", 6) == 0) {
      const double limit = atof(line + 6);
      const double begun = now();
      int n = 0;
      do {
        const double start = now();
        double spent = 0;
        int done = 0;
        do { one_block(out); done += BLOCK; spent = now() - start; } while (spent < 2);
        rates[n++] = done / spent * 1e3;
      } while (now() - begun < limit && n < 1000000);
      qsort(rates, n, sizeof(double), ascending);
      printf("rate %.17g %d\\n", rates[(int)(n * 0.8) < n ? (int)(n * 0.8) : n - 1], n);
    } else if (strncmp(line, "dump ", 5) == 0) {
      line[strcspn(line, "\\n")] = 0;
      char *path = line + 5;
      const int wanted = (int)strtol(path, &path, 10);
      FILE *f = fopen(path + 1, "wb");
      for (int i = 0; i < wanted; i += LANES) {
        for (size_t c = 0; c < (size_t)OUTPUTS * SAVES * LANES; c++) out[c] = NAN;
        tabulate();
        group(i, out);
        for (int lane = 0; lane < LANES; lane++)
          for (int c = 0; c < OUTPUTS * SAVES; c++) fwrite(out + (size_t)c * LANES + lane, 8, 1, f);
      }
      fclose(f);
      printf("done\\n");
    } else break;
    fflush(stdout);
  }
}`;
