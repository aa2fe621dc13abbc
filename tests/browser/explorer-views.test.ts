import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { accessibilityFaults, picture, settled, testBrowser, visit } from "./explorer-page.ts";

/** Every view of the explorer in both languages: no fault that axe knows, no side scroll, and a picture for people to look at. */
const { url, folder } = inject("site");
const browser = testBrowser();

const LOOKS = [
  { width: 1440, colorScheme: "light" },
  { width: 1440, colorScheme: "dark" },
  { width: 768, colorScheme: "light" },
  { width: 320, colorScheme: "light" },
] as const;

/** What the explorer can show, and how to get there; names of both languages. */
const VIEWS: readonly {
  readonly name: string;
  readonly query: string;
  readonly act?: (page: Page) => Promise<unknown>;
}[] = [
  { name: "start", query: "" },
  { name: "compared", query: "?a=p1-air-raids&b=alt-treatment&b.border-inspection=40" },
  {
    name: "evidence-lever",
    query: "?b=p1-air-raids&why=air-raids-on-labs",
    act: (page) => page.locator("#record-title").waitFor(),
  },
  {
    name: "document",
    query: "?b=p1-air-raids",
    act: async (page) => {
      await page
        .getByRole("button", { name: /^(The document|El documento)$/ })
        .first()
        .click();
      await page.locator(".brief-panel").waitFor();
    },
  },
  {
    name: "share",
    query: "?b=alt-treatment",
    act: async (page) => {
      await page.getByRole("button", { name: /^(Share|Compartir)$/ }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "tour",
    query: "",
    act: (page) =>
      page
        .getByRole("button", { name: /1 minut/ })
        .first()
        .click(),
  },
  {
    name: "guess",
    query: "",
    act: async (page) => {
      await page.getByRole("button", { name: /^(Guess first|Primero, adivine)$/ }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "opened",
    query: "?b=ladder-full-campaign",
    act: (page) =>
      page.evaluate(() => {
        for (const one of document.querySelectorAll("details")) one.open = true;
      }),
  },
];

async function examine(page: Page, name: string, width: number): Promise<void> {
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth),
    `${name} scrolls`,
  ).toBeLessThanOrEqual(width);
  await picture(page, name, width === 1440);
}

describe.each(["en", "es"])("in %s", (language) => {
  const base = language === "en" ? url : `${url}es/`;

  test.each(VIEWS)(
    "the explorer's view: $name",
    async ({ name, query, act }) => {
      const { page, context, errors } = await visit(browser(), `${base}${query}`);
      await settled(page);
      await act?.(page);
      for (const { width, colorScheme } of LOOKS) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        await page.waitForTimeout(300);
        await examine(page, `${language}-${name}-${width}-${colorScheme}`, width);
        expect(await accessibilityFaults(page), `${name} ${width} ${colorScheme}`).toEqual([]);
      }
      expect(errors).toEqual([]);
      await context.close();
    },
    120_000,
  );

  test("the embed", async () => {
    for (const width of [320, 640]) {
      const { page, context, errors } = await visit(browser(), `${base}embed.html?b=alt-treatment`, {
        viewport: { width, height: 520 },
      });
      await page.locator("figure svg").first().waitFor();
      await page.waitForLoadState("networkidle");
      await examine(page, `${language}-embed-${width}`, width);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    }
  });

  test("every page without the explorer", async () => {
    const how = join(folder, language === "en" ? "" : "es", "how");
    const pages = (readdirSync(how, { recursive: true }) as string[]).filter((path) =>
      path.endsWith(".html"),
    );
    expect(pages.length).toBeGreaterThan(10);
    for (const path of pages) {
      const { page, context, errors } = await visit(browser(), `${base}how/${path}`, {
        viewport: { width: 320, height: 900 },
        colorScheme: "dark",
      });
      const name = path.replaceAll("/", "-").replace(".html", "");
      await examine(page, `${language}-how-${name}-320`, 320);
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.emulateMedia({ colorScheme: "light" });
      await picture(page, `${language}-how-${name}-1440`);
      expect(await accessibilityFaults(page), path).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    }
  }, 240_000);
});
