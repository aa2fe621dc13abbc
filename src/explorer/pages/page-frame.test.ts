import { describe, expect, test } from "vitest";
import {
  CONTENT_POLICY,
  framePage,
  languageRoot,
  type Page,
  type SiteFrame,
  sitePath,
  siteRoot,
} from "./page-frame.ts";

const files = { scripts: ["app/x.js"], preloads: ["app/y.js"], styles: ["app/x.css"] };
const site: SiteFrame = {
  about: { en: "A model & more.", es: "Un modelo." },
  model: "toy",
  release: "2026.1",
  released: "2026-11-23",
  modelHash: "0123456789abcdef",
  posterior: "2024-10",
  entries: { explorer: files, embed: files, page: files },
  paths: ["index.html", "how/index.html", "how/record.html"],
};
const page: Page = {
  path: "how/chapters/01-a.html",
  title: "Title <b>",
  description: 'One "line"',
  body: "<h1>Title</h1>",
};

describe("the frame of a page", () => {
  test("allows its own files and no eval, no inline script, no inline style", () => {
    expect(CONTENT_POLICY).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    expect(CONTENT_POLICY).toContain("default-src 'none'");
    expect(framePage(page, site, "en")).toContain(`content="${CONTENT_POLICY}"`);
  });

  test("names its language, the same page in the other, and files by relative addresses", () => {
    const html = framePage(page, site, "es");
    expect(html).toContain('<html lang="es-MX">');
    expect(html).toContain('<link rel="alternate" hreflang="en" href="../../../how/chapters/01-a.html">');
    expect(html).toContain('<link rel="stylesheet" href="../../../app/x.css">');
    expect(html).toContain('<script type="module" src="../../../app/x.js"></script>');
    expect(html).not.toMatch(/(?:href|src)="(?:\/|[a-z]+:)/);
  });

  test("escapes what it is given but the body", () => {
    const html = framePage(page, site, "en");
    expect(html).toContain("<title>Title &lt;b&gt; · Downstream</title>");
    expect(html).toContain("One &quot;line&quot;");
    expect(html).toContain("A model &amp; more.");
    expect(html).toContain("<h1>Title</h1>");
  });

  test("shows only the pages that are there, and where the reader is", () => {
    const html = framePage({ ...page, path: "how/record.html" }, site, "en");
    expect(html).toContain('<a href="../how/record.html" aria-current="page">Track record</a>');
    expect(html).toContain('<a href="../how/index.html">How it works</a>');
    expect(html).not.toContain("Critiques");
    const below = framePage(page, site, "en");
    expect(below).toContain('<a href="../../how/index.html" aria-current="true">');
  });

  test("leaves header and footer out of an embedded page", () => {
    const bare = framePage(page, site, "en", { entry: "embed", main: { id: "app" }, bare: true });
    expect(bare).toContain('<main id="app" tabindex="-1">');
    expect(bare).not.toMatch(/<header|<footer|class="skip"/);
  });
});

test("roots of pages at any depth, in both languages", () => {
  expect(siteRoot("index.html", "en")).toBe("./");
  expect(siteRoot("index.html", "es")).toBe("../");
  expect(siteRoot("how/chapters/a.html", "es")).toBe("../../../");
  expect(languageRoot("index.html")).toBe("./");
  expect(languageRoot("how/a.html")).toBe("../");
  expect(sitePath("how/a.html", "es")).toBe("es/how/a.html");
});
