import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { root } from "../command.ts";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Where pictures of the pages are kept for people to look at. */
const PICTURES = join(root, "out/screenshots");

async function startBrowser(): Promise<Browser> {
  if (!existsSync(executablePath)) {
    throw new Error(`No browser at ${executablePath}: install Debian's chromium, or set CHROMIUM to one.`);
  }
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-sync", "--no-first-run", ...quiet],
  });
}

/** The browser of a test file: started before its tests, closed after them. */
export function testBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });
  return () => browser!;
}

/** A page with what went wrong in it and every address that it asked for. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts, of the console and of the policy. */
  readonly errors: readonly string[];
  readonly requests: readonly string[];
}

/** Opens an address in a context of its own, as a new visitor. */
export async function visit(
  browser: Browser,
  url: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  context.on("request", (request) => requests.push(request.url()));
  await page.goto(url);
  return { page, context, errors, requests };
}

/** Waits until the picture is that of all 2,000 draws. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('.explorer[data-draws="2000"]:not(.busy)', {
    state: "attached",
    timeout: 30_000,
  });
}

/** Rules of WCAG 2.2 AA that a page breaks, each with the places. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.map(
      ({ id, help, nodes }) => `${id} (${help}): ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`,
    );
  });
}

/** Keeps a picture of a page as `out/screenshots/NAME.png`. */
export async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage });
}
