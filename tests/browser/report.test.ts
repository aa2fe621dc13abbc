import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderHtml } from "../../src/brief/render-html.ts";
import { TEST_RESULT } from "../../src/brief/test-result.ts";

/** The report in a real Chromium: `CHROMIUM`, or where Debian puts it. */
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update"];

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), "downstream-report-"));

beforeAll(async () => {
  if (!existsSync(executablePath)) {
    throw new Error(`No browser at ${executablePath}: install Debian's chromium, or set CHROMIUM to one.`);
  }
  browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-sync", "--no-first-run", ...quiet],
  });
  for (const language of ["en", "es"] as const) {
    writeFileSync(join(folder, `report.${language}.html`), renderHtml(TEST_RESULT, language));
  }
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(language: string, width: number): Promise<{ page: Page; requests: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, javaScriptEnabled: true });
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(join(folder, `report.${language}.html`)).href);
  return { page, requests };
}

describe.each(["en", "es"])("the report in %s", (language) => {
  test.each([320, 390, 1200])(
    "has no side scroll at %i px and asks no network for anything",
    async (width) => {
      const { page, requests } = await open(language, width);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
      expect(requests.filter((url) => !url.startsWith("file:") && !url.startsWith("data:"))).toEqual([]);
      expect(requests).toHaveLength(1);
      await page.close();
    },
  );

  test("folds out its matrix by keyboard, and every link inside it arrives", async () => {
    const { page } = await open(language, 1200);
    const closed = await page.evaluate(() => document.querySelectorAll("details:not([open])").length);
    expect(closed).toBeGreaterThan(0);
    await page.evaluate(() => document.querySelector<HTMLElement>("details > summary")?.focus());
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.querySelector("details")?.open)).toBe(true);
    const dead = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
        .map((link) => link.getAttribute("href") ?? "")
        .filter((href) => document.getElementById(decodeURIComponent(href.slice(1))) === null),
    );
    expect(dead).toEqual([]);
    await page.close();
  });

  test("draws its charts inside their frames and prints", async () => {
    const { page } = await open(language, 1200);
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll("figure svg")].flatMap((svg) => {
        const frame = svg.getBoundingClientRect();
        if (frame.width === 0) return [];
        return [...svg.querySelectorAll("text")]
          .map((text) => ({ words: text.textContent ?? "", box: text.getBoundingClientRect() }))
          .filter(({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1)
          .map(({ words }) => words);
      }),
    );
    expect(outside).toEqual([]);
    expect((await page.pdf({ format: "A4" })).byteLength).toBeGreaterThan(50_000);
    await page.close();
  });
});
