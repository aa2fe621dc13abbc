import { fromMarkdown } from "mdast-util-from-markdown";
import type { z } from "zod";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Text } from "../base/text.ts";
import { checkShape, placeOf, readYaml, type YamlRead } from "../scenario/yaml-source.ts";
import {
  type Brief,
  type BriefChart,
  type BriefPlan,
  ChartSchema,
  type Claim,
  ClaimSchema,
  type Expectation,
  ExpectationSchema,
  HeadSchema,
  PlanSchema,
  type Proposal,
  ProposalSchema,
  SentencesSchema,
} from "./brief.ts";
import { parseRead } from "./read-expression.ts";

export interface ParsedBrief {
  /** Absent when there is an error. */
  readonly brief?: Brief;
  /** The YAML of each claim, proposal, expectation and chart by id, of the plan under "scenarios": for later findings. */
  readonly places: ReadonlyMap<string, YamlRead>;
  readonly diagnostics: readonly Diagnostic[];
}

interface Fence {
  readonly language: string;
  readonly text: string;
  readonly offset: number;
}

const kinds = [
  ...["claim", "proposal", "expectation", "document-leaves-out"],
  ...["scenarios", "chart", "extrapolation", "model-leaves-out"],
];

/** Reads a brief: Markdown with a YAML head and fenced blocks. Every finding points into the user's file. */
export function parseBrief(file: string, text: string): ParsedBrief {
  const diagnostics: Diagnostic[] = [];
  const places = new Map<string, YamlRead>();
  const take = <T extends z.ZodType>(fence: Fence, schema: T): z.output<T> | undefined => {
    const read = readYaml({ file, text: fence.text, offset: fence.offset });
    const shape = checkShape(read, schema, fence.language);
    diagnostics.push(...shape.diagnostics);
    if (shape.value === undefined) return undefined;
    const id = (shape.value as { id?: string }).id ?? fence.language;
    if (places.has(id)) {
      diagnostics.push({
        code: "brief-id-twice",
        severity: "error",
        span: placeOf(read, ["id"]),
        data: { id },
      });
    }
    places.set(id, read);
    return shape.value;
  };

  const head = /^---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text);
  const hasHead = head !== null && head.index === 0;
  let about: z.output<typeof HeadSchema> | undefined;
  if (hasHead) {
    about = take({ language: "head", text: head[1]!, offset: head[0].indexOf("\n") + 1 }, HeadSchema);
  } else {
    diagnostics.push({
      code: "brief-no-head",
      severity: "error",
      span: { file, start: 0, end: Math.min(1, text.length) },
      data: {},
    });
  }

  const claims: Claim[] = [];
  const proposals: Proposal[] = [];
  const expectations: Expectation[] = [];
  const charts: BriefChart[] = [];
  const documentLeavesOut: Text[] = [];
  const leftOut: Text[] = [];
  const extrapolation: Text[] = [];
  let plan: BriefPlan | undefined;
  for (const fence of fences(text, hasHead ? head[0].length : 0)) {
    if (!kinds.includes(fence.language)) continue;
    if (fence.language === "claim") push(claims, take(fence, ClaimSchema));
    else if (fence.language === "proposal") push(proposals, take(fence, ProposalSchema));
    else if (fence.language === "expectation") push(expectations, take(fence, ExpectationSchema));
    else if (fence.language === "chart") push(charts, take(fence, ChartSchema));
    else if (fence.language === "document-leaves-out")
      documentLeavesOut.push(...(take(fence, SentencesSchema) ?? []));
    else if (fence.language === "model-leaves-out") leftOut.push(...(take(fence, SentencesSchema) ?? []));
    else if (fence.language === "extrapolation") extrapolation.push(...(take(fence, SentencesSchema) ?? []));
    else plan = take(fence, PlanSchema) ?? plan;
  }
  for (const claim of claims) {
    const read = places.get(claim.id)!;
    for (const [index, entry] of [claim.read].flat().entries()) {
      const parsed = parseRead(entry);
      if (parsed.error !== undefined) {
        diagnostics.push({
          code: "brief-bad-read",
          severity: "error",
          span: placeOf(read, Array.isArray(claim.read) ? ["read", index] : ["read"]),
          data: { text: entry, cause: parsed.error },
        });
      }
    }
    if (
      "expectation" in claim.says &&
      !expectations.some((e) => e.id === (claim.says as { expectation: string }).expectation)
    ) {
      diagnostics.push({
        code: "brief-unknown-expectation",
        severity: "error",
        span: placeOf(read, ["says", "expectation"]),
        data: { id: claim.says.expectation },
      });
    }
  }
  if (!plan && !diagnostics.some((d) => d.severity === "error")) {
    diagnostics.push({ code: "brief-no-scenarios", severity: "error", data: { file } });
  }
  if (!about || !plan || diagnostics.some((d) => d.severity === "error")) return { places, diagnostics };
  return {
    brief: {
      ...{ file, head: about, claims, proposals, expectations, plan, charts },
      ...{ documentLeavesOut, leftOut, extrapolation },
    },
    places,
    diagnostics,
  };
}

function push<T>(list: T[], item: T | undefined): void {
  if (item !== undefined) list.push(item);
}

/** Fenced code blocks of a Markdown text with the offset of their content in the whole file. */
function fences(text: string, from: number): readonly Fence[] {
  const found: Fence[] = [];
  const body = text.slice(from);
  for (const node of fromMarkdown(body).children) {
    const start = node.position?.start.offset;
    if (node.type !== "code" || !node.lang || start === undefined) continue;
    const content = body.indexOf("\n", start) + 1;
    // The node's value drops a carriage return, so the content is cut from the text itself.
    const end = body.lastIndexOf("\n", (node.position?.end.offset ?? content) - 1) + 1;
    found.push({
      language: node.lang,
      text: body.slice(content, Math.max(content, end)),
      offset: from + content,
    });
  }
  return found;
}
