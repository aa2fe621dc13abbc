import { dateWords } from "../explain/date-words.ts";
import { level } from "../explain/number-words.ts";
import { VERDICTS, verdictWords } from "../explain/verdict-words.ts";
import {
  anchor,
  type Block,
  type Inline,
  type Line,
  paragraph,
  plain,
  type Section,
  say,
} from "./render-blocks.ts";
import { idLinks, type Lookup, scenarioLink } from "./render-lookup.ts";
import { trustWords } from "./render-words-trust.ts";
import type { ClaimResult } from "./result.ts";

/** The first page: the question, the answer, what was done, and how to read it. */
export function openingSections(look: Lookup): readonly Section[] {
  const { result, language, words } = look;
  return [
    {
      id: "answer",
      title: words.answerTitle,
      blocks: [
        paragraph(say(result.question, language), "question"),
        { kind: "list", role: "answer", items: result.answer.map((a) => [say(a, language)]) },
        ...warningBlocks(look),
        {
          kind: "terms",
          items: [
            {
              term: words.glanceDocument,
              text: [
                words.glanceDocumentText(
                  result.claims.length,
                  result.proposals.length,
                  result.expectations.length,
                ),
              ],
            },
            {
              term: words.glancePaths,
              text: [words.glancePathsText(result.scenarios.length, level(result.made.draws))],
            },
            { term: words.glanceSure, text: [words.glanceSureText] },
          ],
        },
      ],
    },
    {
      id: "reading",
      title: words.readingTitle,
      blocks: [
        {
          kind: "list",
          items: words.reading.map(
            ([term = "", text = ""]): Line => [{ kind: "strong", text: term }, ` ${text}`],
          ),
        },
      ],
    },
  ];
}

/** What a reader must know before trusting the numbers; nothing where all is up to date. */
function warningBlocks({ result: { warnings }, language }: Lookup): readonly Block[] {
  if (warnings.length === 0) return [];
  return [
    { kind: "heading", text: trustWords(language).warnings },
    { kind: "list", items: warnings.map((text) => [say(text, language)]) },
  ];
}

/** The claims with what was read, the rule and the verdict. */
export function claimsSection(look: Lookup): Section {
  const { result, language, words } = look;
  const used = VERDICTS.filter((v) => result.claims.some((c) => c.verdict === v));
  return {
    id: "claims",
    title: words.claimsTitle,
    blocks: [
      paragraph(words.claimsIntro),
      {
        kind: "table",
        name: "claims",
        caption: words.claimsCaption,
        cards: true,
        head: [words.claim, words.says, words.read, words.verdict, words.why, words.sources].map((text) => ({
          text,
        })),
        rows: result.claims.map((c) => ({
          id: anchor("claim", c.id),
          cells: [
            {
              lines: [
                [{ kind: "strong", text: c.id }, ` ${say(c.claim, language)}`],
                [small(say(c.kind, language))],
              ],
            },
            plain(say(c.says, language)),
            { lines: readLines(look, c) },
            { lines: [verdictLine(look, c)] },
            { lines: [[say(c.why, language)], [small(`${words.rule}: ${say(c.rule, language)}`)]] },
            plain(...idLinks(look, c.sources)),
          ],
        })),
      },
      {
        kind: "fold",
        summary: words.verdictMeanings,
        blocks: [
          {
            kind: "list",
            items: used.map((v): Line => {
              const w = verdictWords(v, language);
              return [{ kind: "strong", text: `${w.mark} ${w.label}.` }, ` ${w.meaning}`];
            }),
          },
        ],
      },
    ],
  };
}

/** The proposals, who is reported to back them, and what the document expects. */
export function proposalsSection(look: Lookup): Section {
  const { result, language, words } = look;
  const blocks: Block[] = [
    {
      kind: "table",
      name: "proposals",
      caption: words.proposalsCaption,
      cards: true,
      head: [words.proposal, words.backers, words.path, words.levers, words.sources].map((text) => ({
        text,
      })),
      rows: result.proposals.map((p) => ({
        id: anchor("proposal", p.id),
        cells: [
          plain({ kind: "strong", text: p.id }, ` ${say(p.proposal, language)}`),
          plain(say(p.backers, language)),
          plain(...scenarioLink(look, p.scenario)),
          plain(...leverWords(look, p.scenario, p.levers)),
          plain(...idLinks(look, p.sources)),
        ],
      })),
    },
  ];
  if (result.expectations.length > 0) {
    blocks.push(
      { kind: "heading", text: words.expectationsTitle, id: "expectations" },
      {
        kind: "table",
        name: "expectations",
        caption: words.expectationsCaption,
        cards: true,
        head: [words.expectation, words.found].map((text) => ({ text })),
        rows: result.expectations.map((x) => ({
          id: anchor("expectation", x.id),
          cells: [
            plain({ kind: "strong", text: x.id }, ` ${say(x.text, language)}`),
            plain(say(x.found, language)),
          ],
        })),
      },
    );
  }
  if (result.documentLeavesOut.length > 0) {
    blocks.push(
      { kind: "heading", text: words.documentLeavesOutTitle, id: "document-leaves-out" },
      paragraph(words.documentLeavesOutIntro),
      { kind: "list", items: result.documentLeavesOut.map((text) => [say(text, language)]) },
    );
  }
  return { id: "proposals", title: words.proposalsTitle, blocks };
}

/** The title line under the report's name. */
export function aboutLine(look: Lookup): Line {
  const { result, language, words } = look;
  return [
    `${words.documentDate(dateWords(result.document.date, language))} ${say(result.document.about, language)}`,
  ];
}

function readLines(look: Lookup, claim: ClaimResult): readonly Line[] {
  const read: Line = [{ kind: "code", text: claim.read }];
  return claim.value === undefined
    ? [read]
    : [[{ kind: "strong", text: say(claim.value.text, look.language) }], read];
}

function verdictLine(look: Lookup, claim: ClaimResult): Line {
  const w = verdictWords(claim.verdict, look.language);
  return [{ kind: "strong", text: `${w.mark} ${w.label}` }];
}

/** Levers by their label where the scenario says it, else by their name. */
function leverWords(look: Lookup, scenario: string, levers: readonly string[]): Line {
  const settings = look.scenario(scenario)?.settings ?? [];
  const names = levers.map((lever) => {
    const found = settings.find((s) => s.lever === lever);
    return found === undefined ? lever : say(found.label, look.language);
  });
  return [names.join(look.words.list)];
}

function small(text: string): Inline {
  return { kind: "small", text };
}
