import { spawn } from "node:child_process";

/** What decides whether and how a browser is opened. */
export interface Desktop {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Somebody sits at a terminal. */
  readonly isTTY: boolean;
}

/** The command that opens an address in the user's browser; undefined where nobody would see it: no terminal, no display, or CI. */
export function browserCommand(
  url: string,
  { platform, env, isTTY }: Desktop,
): { readonly command: string; readonly args: readonly string[] } | undefined {
  if (!isTTY || env.CI || env.SSH_CONNECTION) return undefined;
  if (platform === "darwin") return { command: "open", args: [url] };
  if (platform === "win32") return { command: "cmd", args: ["/c", "start", "", url.replaceAll("&", "^&")] };
  return env.DISPLAY || env.WAYLAND_DISPLAY ? { command: "xdg-open", args: [url] } : undefined;
}

/** Opens an address in the user's browser; says whether it was tried. A browser that cannot be started is no error: the address is printed. */
export function openBrowser(url: string): boolean {
  const found = browserCommand(url, {
    platform: process.platform,
    env: process.env,
    isTTY: process.stdout.isTTY === true,
  });
  if (found === undefined) return false;
  const child = spawn(found.command, found.args, { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
  return true;
}
