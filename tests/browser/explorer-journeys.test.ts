import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { picture, settled, testBrowser, visit } from "./explorer-page.ts";

/** What people do with the explorer, in a real Chromium, on a site that a plain static server shows at a sub-path. */
const { url } = inject("site");
const browser = testBrowser();

const chip = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const headline = (page: Page) => page.locator(".headline").first().innerText();

test("without any script the page says what it is, shows a finished chart and a sentence with a range", async () => {
  const { page, context } = await visit(browser(), url, { javaScriptEnabled: false });
  expect(await page.locator("header").first().innerText()).toMatch(/what-if model.*Not a forecast/s);
  const chart = page.locator("#first-paint svg").first();
  expect(await chart.isVisible()).toBe(true);
  expect(await chart.locator("path").count()).toBeGreaterThan(3);
  expect(await page.locator("#first-paint").innerText()).toMatch(
    /January 2030.*[\d,]{5,} deaths in 12 months \([\d,]{5,} to [\d,]{5,} in 9 of 10 runs\)/s,
  );
  expect(await page.locator("#first-paint a[href*='b=p1-air-raids']").count()).toBe(1);
  await context.close();
});

test("the first minute: a scenario, a lever, what changed in words, undo and reset", async () => {
  const { page, context, errors, requests } = await visit(browser(), url);
  await settled(page);
  expect(await headline(page)).toMatch(
    /^With no change, .*January 2030: [\d,]+ deaths in 12 months \(.* in 9 of 10 runs\)/,
  );
  expect(await page.locator(".outcome-grid figure").count()).toBeGreaterThanOrEqual(5);
  expect(await page.getByRole("slider").count()).toBeGreaterThanOrEqual(5);

  await chip(page, "Air raids, no consent").click();
  await settled(page);
  const raids = await headline(page);
  expect(raids).toMatch(/with B than with A \(.* in 9 of 10 runs\)/);
  expect(raids).toMatch(/(Fewer|More|Too close to call).* \d+ of 100 runs/);

  const lever = page.getByRole("slider", { name: "Treatment capacity" });
  await lever.focus();
  for (let i = 0; i < 40; i++) await page.keyboard.press("ArrowRight");
  await lever.blur();
  await settled(page);
  const both = await headline(page);
  expect(both).not.toBe(raids);
  await expect
    .poll(() => page.locator("[role=status]").allInnerTexts())
    .toContainEqual(expect.stringMatching(/deaths/));
  await page.getByRole("button", { name: "Undo" }).click();
  await settled(page);
  expect(await headline(page)).toBe(raids);
  await page.getByRole("button", { name: "Reset" }).click();
  await settled(page);
  expect(await headline(page)).toMatch(/^With no change/);

  expect(errors).toEqual([]);
  const host = new URL(url).origin;
  expect(requests.filter((address) => !address.startsWith(host) && !/^(blob|data):/.test(address))).toEqual(
    [],
  );
  expect(await context.cookies()).toEqual([]);
  await context.close();
});

test("by keyboard alone: skip link, a lever, its evidence and back, share, the large chart's years", async () => {
  const { page, context, errors } = await visit(browser(), url);
  await settled(page);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.classList.contains("skip"))).toBe(true);
  await page.keyboard.press("Enter");
  const reach = async (name: RegExp, role: string) => {
    for (let i = 0; i < 150; i++) {
      await page.keyboard.press("Tab");
      const found = await page.evaluate(() => {
        const one = document.activeElement as HTMLInputElement | null;
        const label =
          one?.getAttribute("aria-label") ?? one?.labels?.[0]?.textContent ?? one?.textContent ?? "";
        const kind =
          one?.type === "range"
            ? "slider"
            : one?.tagName === "BUTTON"
              ? "button"
              : (one?.getAttribute("role") ?? "");
        return { label: label.trim(), kind };
      });
      if (found.kind === role && name.test(found.label)) return;
    }
    throw new Error(`the keyboard does not reach ${role} ${name}`);
  };
  await reach(/^Share$/, "button");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await reach(/^Air raids/, "slider");
  for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
  await settled(page);
  expect(await headline(page)).toMatch(/with B than with A/);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  const opener = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  expect(opener).toMatch(/^Why\? Evidence on: Air raids/);
  await page.keyboard.press("Enter");
  await page.locator("#record-title").waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.id))
    .toMatch(/record-title|drawer-title/);
  await page.keyboard.press("Escape");
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
    .toBe(opener);
  expect(errors).toEqual([]);
  await context.close();
});

test("share and reopen: the address holds everything, and a new visitor sees the same", async () => {
  const first = await visit(browser(), url);
  await settled(first.page);
  await chip(first.page, "Treatment").click();
  await settled(first.page);
  const number = first.page.getByRole("textbox", { name: /^Inspection at ports/ });
  await number.fill("60");
  await number.press("Enter");
  await settled(first.page);
  const address = first.page.url();
  expect(address).toMatch(/[?&]m=[^&]+.*b=alt-treatment/);
  expect(address).toMatch(/b\.border-inspection=60/);
  const said = await headline(first.page);
  const second = await visit(browser(), address);
  await settled(second.page);
  expect(await headline(second.page)).toBe(said);
  expect(second.page.url()).toBe(address);
  const wrong = await visit(browser(), `${address}&b.air-riads-on-labs=3`);
  await settled(wrong.page);
  expect(await wrong.page.locator("main").innerText()).toMatch(/air-riads-on-labs/);
  expect(await headline(wrong.page)).toBe(said);
  for (const { context, errors } of [first, second, wrong]) {
    expect(errors).toEqual([]);
    await context.close();
  }
});

test("in Spanish: switching keeps everything but the words", async () => {
  const { page, context, errors } = await visit(browser(), `${url}?b=p7-tariff`);
  await settled(page);
  const english = (await headline(page)).match(/\d[\d,.]*\d|\d/g);
  await page
    .getByRole("link", { name: /Español|ES/ })
    .first()
    .click();
  await settled(page);
  expect(await page.getAttribute("html", "lang")).toBe("es-MX");
  expect(page.url()).toMatch(/\/es\/.*b=p7-tariff/);
  const spanish = await headline(page);
  expect(spanish).toMatch(/enero de 2030.*con B que con A/);
  expect(spanish.match(/\d[\d,.]*\d|\d/g)).toEqual(english);
  expect(await page.getByRole("slider", { name: /aéreos/ }).getAttribute("aria-valuetext")).toMatch(
    /sin cambios/,
  );
  expect(errors).toEqual([]);
  await context.close();
});

test("offline after the first load: the page, a shared link, the other language and how it works", async () => {
  const { page, context } = await visit(browser(), url);
  await settled(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect
    .poll(
      () =>
        page.evaluate(
          async () => (await caches.keys()).length > 0 && navigator.serviceWorker.controller !== null,
        ),
      {
        timeout: 20_000,
      },
    )
    .toBe(true);
  await context.setOffline(true);
  await page.goto(`${url}?b=alt-treatment`);
  await settled(page);
  expect(await headline(page)).toMatch(/with B than with A/);
  await page.goto(`${url}es/?b=p1-air-raids`);
  await settled(page);
  expect(await headline(page)).toMatch(/con B que con A/);
  await page.goto(`${url}how/index.html`);
  expect(await page.locator("h1").innerText()).not.toBe("");
  await context.close();
});

test("on a phone: no side scroll, headline and chart stay while levers scroll, the drawer is a page", async () => {
  for (const width of [320, 390]) {
    const { page, context, errors } = await visit(browser(), `${url}?b=p1-air-raids`, {
      viewport: { width, height: 780 },
      hasTouch: true,
      isMobile: true,
    });
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const lever = page.getByRole("slider", { name: /Treatment capacity/ });
    await lever.scrollIntoViewIfNeeded();
    const box = await page.locator(".headline").first().boundingBox();
    expect(box?.y ?? -1).toBeGreaterThanOrEqual(0);
    expect(box?.y ?? 999).toBeLessThan(200);
    await picture(page, `phone-${width}-levers`);
    await page.getByRole("button", { name: /Why\? Evidence on: Treatment capacity/ }).click();
    const drawer = page.getByRole("dialog");
    await drawer.waitFor();
    expect((await drawer.boundingBox())?.width ?? 0).toBeGreaterThanOrEqual(width - 2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await picture(page, `phone-${width}-drawer`);
    expect(errors).toEqual([]);
    await context.close();
  }
});

test("evidence: the source of the lab replacement time is found, and one's own value marks the page", async () => {
  const { page, context, errors } = await visit(browser(), `${url}?b=p1-air-raids`);
  await settled(page);
  await page.getByRole("button", { name: /Why\? Evidence on: Air raids/ }).click();
  await page.getByRole("searchbox").fill("replace lab");
  await page.locator(".record-search li button", { hasText: "Assumed number" }).first().click();
  const record = page.locator(".drawer");
  expect(await record.locator("#record-title").innerText()).toMatch(/replace|lab/i);
  const text = await record.innerText();
  expect(text).toMatch(/Before the data/);
  expect(text).toMatch(/How firm is it\?/);
  expect(text).toMatch(/Judgement/i);
  const own = record.getByRole("spinbutton", { name: /your value/ });
  await own.fill("2.5");
  await own.press("Enter");
  await settled(page);
  await expect
    .poll(() => page.locator(".area-result").innerText(), { timeout: 20_000 })
    .toMatch(/With your assumptions, on both sides: .*: 2\.5 months?/);
  expect(page.url()).toMatch(/[?&]p\.[a-z-]+=2\.5(&|$)/);
  expect(errors).toEqual([]);
  await context.close();
});

test("the document: claims with verdicts, and a proposal that sets B", async () => {
  const { page, context, errors } = await visit(browser(), url);
  await settled(page);
  await page.getByRole("button", { name: "The document" }).first().click();
  const panel = page.locator(".brief-panel");
  await panel.waitFor();
  expect(await panel.locator(".claims > li").count()).toBeGreaterThan(5);
  expect(await panel.locator(".claim-verdict strong").allInnerTexts()).toContain("Supported.");
  await panel
    .getByRole("button", { name: /^Set B to .*tariff/i })
    .first()
    .click();
  await settled(page);
  expect(page.url()).toMatch(/b=p7-tariff/);
  expect(await headline(page)).toMatch(/with B than with A|no difference/);
  expect(errors).toEqual([]);
  await context.close();
});
