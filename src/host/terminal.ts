import { styleText } from "node:util";

/** Colours and widths as far as the stream at hand can show them. */
export interface Terminal {
  readonly columns: number;
  readonly isTTY: boolean;
  /** The text in the style where the stream is a terminal and `NO_COLOR` is not set; else the text itself. */
  readonly style: (format: "bold" | "dim" | "red" | "yellow" | "green" | "cyan", text: string) => string;
}

/** Looks at a stream, by default standard output. */
export function terminal(stream: NodeJS.WriteStream = process.stdout): Terminal {
  const isTTY = stream.isTTY === true;
  const colours = isTTY && !process.env.NO_COLOR && process.env.TERM !== "dumb";
  return {
    columns: isTTY ? Math.max(40, stream.columns) : 100,
    isTTY,
    style: (format, text) => (colours ? styleText(format, text) : text),
  };
}

/**
 * Ends quietly when the reader of standard output has gone away, as `| head` does; any other failure of the stream is
 * a real one.
 */
export function handleBrokenPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0);
      throw error;
    });
  }
}
