import type { Language } from "../base/text.ts";
import type { Temper } from "../calibrate/particles.ts";
import { terminal } from "../host/terminal.ts";

/** Says on standard error how far a calibration is: on a terminal one line that rewrites itself; elsewhere a line every ten seconds. */
export function stageLine(
  origin: string,
  lang: Language,
  clock: () => number = () => performance.now(),
): { readonly update: (temper: Temper, runs: number) => void; readonly end: () => number } {
  const screen = terminal(process.stderr);
  const start = clock();
  const pause = screen.isTTY ? 100 : 10_000;
  let last = start;
  return {
    update(temper, runs) {
      const now = clock();
      if (now - last < pause) return;
      last = now;
      const text = stageText(origin, temper, runs, (now - start) / 1000, lang);
      process.stderr.write(screen.isTTY ? `\r${text.padEnd(screen.columns - 1)}` : `${text}\n`);
    },
    end() {
      if (screen.isTTY) process.stderr.write(`\r${" ".repeat(screen.columns - 1)}\r`);
      return (clock() - start) / 1000;
    },
  };
}

function stageText(origin: string, temper: Temper, runs: number, seconds: number, lang: Language): string {
  const rate = Math.round(runs / seconds).toLocaleString("en-US");
  const { normal, student } = temper;
  const count = runs.toLocaleString("en-US");
  if (lang === "en") {
    const at =
      student > 0
        ? "Student's errors"
        : normal === 0
          ? "prior draws"
          : `likelihood to the power ${normal.toPrecision(3)}`;
    return `${origin}: ${at}, ${count} runs, ${rate} a second, ${Math.round(seconds)} s`;
  }
  const at =
    student > 0
      ? "errores de Student"
      : normal === 0
        ? "sorteos a priori"
        : `verosimilitud a la potencia ${normal.toPrecision(3)}`;
  return `${origin}: ${at}, ${count} simulaciones, ${rate} por segundo, ${Math.round(seconds)} s`;
}
