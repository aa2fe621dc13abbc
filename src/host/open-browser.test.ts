import { expect, test } from "vitest";
import { browserCommand } from "./open-browser.ts";

const url = "http://localhost:8017/";
const at = (platform: string, env: Readonly<Record<string, string>> = {}, isTTY = true) =>
  browserCommand(url, { platform, env, isTTY });

test("each system has its own command", () => {
  expect(at("darwin")).toEqual({ command: "open", args: [url] });
  expect(at("win32")?.command).toBe("cmd");
  expect(at("linux", { DISPLAY: ":0" })).toEqual({ command: "xdg-open", args: [url] });
  expect(at("linux", { WAYLAND_DISPLAY: "wayland-0" })?.command).toBe("xdg-open");
});

test("nothing opens where nobody would see it", () => {
  expect(at("linux")).toBeUndefined();
  expect(at("linux", { DISPLAY: ":0", CI: "true" })).toBeUndefined();
  expect(at("darwin", {}, false)).toBeUndefined();
  expect(at("linux", { DISPLAY: ":10", SSH_CONNECTION: "1" })).toBeUndefined();
});
