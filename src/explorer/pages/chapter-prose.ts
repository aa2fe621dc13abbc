import type { BlockContent, DefinitionContent, Nodes, PhrasingContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Language } from "../../base/text.ts";
import type { Block, Inline, Line } from "../../brief/render-blocks.ts";
import { anchor } from "../../explain/markdown-page.ts";
import type { Chapter, Statement } from "../../lang/ast.ts";

/** One piece of a chapter, in order: prose as a block of the house's reports, or the statements of a `model` block. */
export type ChapterPart =
  | { readonly kind: "prose"; readonly block: Block; readonly language: Language }
  | { readonly kind: "model"; readonly statements: readonly Statement[] };

/** What stands under one heading of a chapter. */
export interface ChapterSection {
  /** Absent for what stands before the first heading. */
  readonly title?: string;
  readonly id?: string;
  readonly parts: readonly ChapterPart[];
}

/** A chapter's Markdown taken apart for a page. */
export interface ChapterProse {
  /** The summaries that it opens with; empty where it has none. */
  readonly summary: Readonly<Partial<Record<Language, Line>>>;
  readonly sections: readonly ChapterSection[];
}

/** Where a reference such as `@B-LAB-05` leads; undefined for one that has no row. */
export type ReferenceLink = (id: string) => string | undefined;

/** Reads the prose of a chapter; its `model` blocks are those of the syntax tree, in order. */
export function chapterProse(chapter: Chapter, link: ReferenceLink): ChapterProse {
  const { children } = fromMarkdown(chapter.text);
  const summary: Partial<Record<Language, Line>> = {};
  const sections: { title?: string; id?: string; parts: ChapterPart[] }[] = [{ parts: [] }];
  let models = 0;
  for (const node of children) {
    const parts = sections.at(-1)!.parts;
    if (node.type === "heading" && node.depth === 1) continue;
    if (node.type === "heading" && node.depth === 2) {
      const title = plainText(node);
      sections.push({ title, id: anchor(title), parts: [] });
    } else if (node.type === "blockquote" && summaryOf(node.children, link, summary)) {
      // Its two paragraphs stand at the head of the page, each on that of its language.
    } else if (node.type === "code" && node.lang === "model") {
      parts.push({ kind: "model", statements: chapter.blocks[models++]?.statements ?? [] });
    } else {
      const language: Language = isSpanish(node) ? "es" : "en";
      parts.push(...blocks(node, link).map((block) => ({ kind: "prose" as const, block, language })));
    }
  }
  return {
    summary,
    sections: sections.filter(({ title, parts }) => title !== undefined || parts.length > 0),
  };
}

const SUMMARY: Readonly<Record<string, Language>> = { "Summary.": "en", "Resumen.": "es" };

/** Takes the summaries out of a quotation; false where it holds none. */
function summaryOf(
  children: readonly (BlockContent | DefinitionContent)[],
  link: ReferenceLink,
  summary: Partial<Record<Language, Line>>,
): boolean {
  let any = false;
  for (const node of children) {
    if (node.type !== "paragraph") continue;
    const [first, ...rest] = node.children;
    const language = first?.type === "strong" ? SUMMARY[plainText(first).trim()] : undefined;
    if (language === undefined) continue;
    any = true;
    summary[language] = inlines(rest, link);
  }
  return any;
}

/** Teaching models say each thing twice: a paragraph that is emphasised as a whole is the Spanish one. */
function isSpanish(node: Nodes): boolean {
  if (node.type !== "paragraph" || node.children.length !== 1) return false;
  return node.children[0]?.type === "emphasis" && /[áéíóúñ¿¡]/i.test(plainText(node));
}

function blocks(node: Nodes, link: ReferenceLink): readonly Block[] {
  switch (node.type) {
    case "paragraph":
      return [{ kind: "paragraph", line: inlines(node.children, link) }];
    case "heading":
      return [{ kind: "heading", text: plainText(node) }];
    case "list":
      return [
        {
          kind: "list",
          items: node.children.map((item) =>
            item.children.flatMap((child) =>
              child.type === "paragraph" ? inlines(child.children, link) : [plainText(child)],
            ),
          ),
        },
      ];
    case "blockquote":
      return node.children.flatMap((child) => blocks(child, link));
    case "code":
      return [{ kind: "code", text: node.value }];
    default:
      return [];
  }
}

function inlines(nodes: readonly PhrasingContent[], link: ReferenceLink): Line {
  return nodes.flatMap((node): readonly Inline[] => {
    switch (node.type) {
      case "text":
        return withReferences(node.value, link);
      case "inlineCode":
        return [{ kind: "code", text: node.value }];
      case "strong":
        return [{ kind: "strong", text: plainText(node) }];
      case "emphasis":
        // A paragraph that is emphasised as a whole keeps what stands inside it.
        return nodes.length === 1
          ? inlines(node.children, link)
          : [{ kind: "emphasis", text: plainText(node) }];
      case "link":
        return [{ kind: "link", to: node.url, text: plainText(node) }];
      case "break":
        return [" "];
      default:
        return [plainText(node)];
    }
  });
}

/** Turns `[@B-LAB-05; @C001]` into links to the sources. */
function withReferences(text: string, link: ReferenceLink): readonly Inline[] {
  const pattern = /\[((?:@[\w./-]+[,;]?\s*)+)\]/g;
  const parts: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(`${text.slice(at, match.index)}[`);
    const ids = [...match[1]!.matchAll(/@([\w./-]*\w)/g)].map((one) => one[1]!);
    ids.forEach((id, i) => {
      const to = link(id);
      if (i > 0) parts.push(", ");
      parts.push(to === undefined ? id : { kind: "link", to, text: id });
    });
    parts.push("]");
    at = match.index + match[0].length;
  }
  return [...parts, text.slice(at)];
}

function plainText(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map((child) => plainText(child)).join("") : "";
}
