import type { Language } from "../explain/language.ts";
import type { ReportTree } from "./render-blocks.ts";
import { say } from "./render-blocks.ts";
import { chartSections, driverSections } from "./render-charts.ts";
import { lookup } from "./render-lookup.ts";
import { aboutLine, claimsSection, openingSections, proposalsSection } from "./render-opening.ts";
import { limitSections, recordSections } from "./render-record.ts";
import { pathsSection, resultsSection } from "./render-results.ts";
import { trustSections } from "./render-trust.ts";
import type { BriefResult } from "./result.ts";

/** The report of a result in one language, as a tree that the renderers write down: every number is formatted here, once. */
export function reportTree(result: BriefResult, language: Language): ReportTree {
  const look = lookup(result, language);
  return {
    language,
    kicker: look.words.kicker,
    title: say(result.title, language),
    about: aboutLine(look),
    sections: [
      ...openingSections(look),
      claimsSection(look),
      proposalsSection(look),
      resultsSection(look),
      ...chartSections(look),
      ...driverSections(look),
      ...trustSections(look),
      ...limitSections(look),
      pathsSection(look),
      ...recordSections(look),
    ],
  };
}
