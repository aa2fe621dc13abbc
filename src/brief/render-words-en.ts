/** The fixed texts of a report in English. */
export const WORDS_EN = {
  kicker: "Downstream · policy report",
  skip: "Skip to the answer",
  contents: "Contents",
  otherLanguage: "Español",
  documentDate: (date: string) => `Document of ${date}.`,
  notForecast: "A what-if model of the fentanyl crisis in both countries: not a forecast, and not advice.",
  list: ", ",
  to: "to",
  none: "none",
  yes: "yes",
  no: "no",

  answerTitle: "The question and a short answer",
  glanceDocument: "What was read",
  glanceDocumentText: (claims: number, proposals: number, expectations: number) =>
    `${claims} claims, ${proposals} proposals and ${expectations} expectations of the document.`,
  glancePaths: "What was compared",
  glancePathsText: (scenarios: number, draws: string) =>
    `${scenarios} paths of policy, among them no change, each run ${draws} times with the same draws.`,
  glanceSure: "How sure anyone can be",
  glanceSureText:
    "Every result is a range over runs, never one number. Paths marked † rest on extrapolation: nothing like them has been observed.",

  readingTitle: "How to read this in 30 seconds",
  reading: [
    [
      "One run",
      "is one possible world: one draw of every uncertain number. The same draws are used for every path, so paths are compared like with like.",
    ],
    ["The middle run", "(median) has half of the runs above it and half below."],
    [
      "“9 in 10 runs”",
      "is the range that holds 90 % of the runs. What the model leaves out can lie outside it.",
    ],
    ["No change", "holds every policy as it was on the decision date. All effects are differences from it."],
    [
      "“Better in 87 of 100 runs”",
      "says how often, not how much: even a tiny change can be better in nearly every run, so read it beside the size. Between 40 and 60 of 100 it is too close to call.",
    ],
    [
      "A date",
      "is the start of its month: the 12 months dated April 2025 end with March. Counted and simulated values are compared at the same date.",
    ],
    ["†", "marks extrapolation: no observed case of this kind stands behind the effect."],
  ],

  claimsTitle: "What the document claims, and what holds",
  claimsIntro:
    "Verdicts on figures are computed from data published by the document's date, by the rule shown. Verdicts marked as a reading come from reading the listed sources.",
  claimsCaption: "Claims of the document, what was read, and the verdict",
  claim: "Claim",
  says: "It says",
  read: "We read",
  value: "Value",
  rule: "Rule",
  verdict: "Verdict",
  why: "Why",
  sources: "Sources",
  verdictMeanings: "What the verdicts mean",

  proposalsTitle: "What it proposes, and who is reported to back it",
  proposalsCaption: "Proposals, reported backers, and the path that runs each one",
  proposal: "Proposal",
  backers: "Reported backers",
  path: "Path in the model",
  levers: "Levers moved",
  expectationsTitle: "What it expects",
  expectationsCaption: "Expectations of the document and what the model finds",
  expectation: "Expectation",
  found: "What the model finds",

  resultsTitle: "What each path would do",
  resultsIntro: (date: string) =>
    `Each cell is the change against no change of the same run, in ${date}: the middle run, then the range of 9 in 10 runs, then in how many of 100 runs the path is better. There is no overall score: which outcomes matter most is for readers to decide. Rows stand in a fixed order, not by effect.`,
  resultsShade:
    "Shading shows only how far the runs agree, not which way: none below 75 of 100, light from 75, darker from 95; none either where the middle change is under 0.1 %. “Same in all runs” means that the model has no link from that path to that outcome.",
  whatPathsAre: "What each path is",
  resultsCaption: (date: string) =>
    `The ladder of escalation and its alternatives: change against no change, ${date}`,
  proposalResultsTitle: "Each proposal on its own",
  proposalResultsCaption: (date: string) => `Each proposal on its own: change against no change, ${date}`,
  groups: {
    baseline: "No change (level, not change)",
    ladder: "Ladder of escalation",
    proposal: "Proposals that are no rung of the ladder",
    alternative: "Alternatives",
    package: "Packages",
    happened: "What happened",
  },
  scenario: "Path",
  lowerBetter: "lower counts as better",
  higherBetter: "higher counts as better",
  noneBetter: "no direction counts as better",
  matrixTitle: "The full matrix: every outcome, path and date",
  matrixIntro:
    "Level and change as middle run (9 in 10 runs). “Since the decision” compares with the decision date of the same run and path, as many published results do; the sign can differ from the change against no change.",
  matrixCaption: (outcome: string, unit: string) => `${outcome} (${unit})`,
  at: "At",
  level: "Level",
  change: "Change",
  relative: "Change in %",
  since: "Since the decision",
  better: "Better, of 100",
  worse: "Worse",
  same: "Same",

  chartsTitle: "Over time: what was observed, and what follows",
  chartsIntro:
    "Filled dots are observations as published by the document's date; open dots are the other observations named in the key. Bands begin where the filled dots end. Overlapping bands do not compare two paths: for that, see the next section.",
  axisNote: "the axis does not start at 0",

  changesTitle: "Change against no change, path by path",
  changesIntro: (date: string) =>
    `The same draws run every path, and the difference is taken within each run, in ${date}. A thin bar that lies wholly on one side of the line has that sign in at least 95 of 100 runs.`,
  changeOf: (outcome: string) => `${outcome}: change against no change`,

  driversTitle: "What drives the result",
  driversIntro:
    "Over the runs, how closely each uncertain assumption moves with the result (rank correlation from -1 to 1), and the middle result where the assumption is in its lowest and in its highest fifth.",
  driverOfValue: (outcome: string, scenario: string) =>
    `${outcome}: what drives the level under “${scenario}”`,
  driverOfChange: (outcome: string, scenario: string) =>
    `${outcome}: what drives the change under “${scenario}”`,
  evidenceFor: "Evidence:",
  judgement: "judgement",

  rivalsTitle: "Rival explanations",
  rivalsIntro:
    "Where experts disagree on the mechanism, the model holds the rivals side by side and does not average them away. The data shift the weights; one event rarely settles them.",
  rivalsCaption: (label: string) => `${label}: middle change against no change under each explanation`,
  option: "Explanation",
  prior: "Weight before the data",
  weight: "Weight after (range over groups of draws and laws of errors)",

  extrapolationTitle: "What is extrapolation",
  documentLeavesOutTitle: "What the document leaves out",
  documentLeavesOutIntro:
    "Steps and facts that a reader needs beside the proposals; the paths below include them.",
  leftOutTitle: "What the model leaves out",

  fitTitle: "Where the model fits the past, and where it does not",
  fitCaption: "Fit to observed series up to the decision date",
  series: "Series",
  points: "Points",
  error: "Mean error of the middle run",
  inside: "Points inside 9 in 10 runs, without errors of reports and lasting misses",
  used: "Used to calibrate",
  misfits: "What does not fit",

  sinceTitle: "What has happened since",
  sinceIntro: "For display only: nothing here was used to calibrate the model.",
  sinceCaption: "Events after the document, with sources",
  date: "Date",
  event: "Event",
  source: "Source",

  pathsTitle: "The paths, exactly",
  pathsCaption: "Every path: what it changes against no change",
  settings: "Settings",
  notes: "Notes",
  noSettings: "nothing changes",
  from: (value: string, date: string) => `${value} from ${date}`,
  extrapolated: "† extrapolation",
  failed: (count: string) => `${count} runs failed and are left out`,

  sourcesTitle: "Every source",
  sourcesIntro:
    "Each number that entered the model or a verdict, as read in its source. Verified: read in the original. Secondary: read in another work that cites it. Unverified: not confirmed. Texts of the register are in English.",
  sourcesCaption: "The evidence register: rows used in this report",
  id: "Id",
  quantity: "Quantity",
  status: "Status",
  usedBy: "Used by",
  statuses: { verified: "verified", secondary: "secondary", unverified: "unverified" },
  year: "year",
  seriesCaption: "Data series used",
  file: "File",
  about: "What it is",

  glossaryTitle: "Words used here",
  glossary: [
    ["Run (draw)", "One set of values for everything uncertain, and what follows from it."],
    ["Middle run (median)", "Half of the runs lie above this value and half below."],
    ["9 in 10 runs (90 % range)", "Leaves out the lowest and the highest 5 % of runs."],
    [
      "No change",
      "Every policy stays as it was on the decision date. It is a path of its own, not a standstill: deaths can still rise or fall.",
    ],
    ["Path (scenario)", "A schedule of policy settings over time."],
    ["Lever", "A policy setting that a path can move."],
    ["Posterior", "The set of runs that remains after the past was used to weigh them."],
    ["Extrapolation", "An effect for which no case of the same kind has been observed."],
  ],

  madeTitle: "How this report was made",
  madeIntro: "The same command on any machine gives the same numbers. All of them are in report.json.",
  made: {
    program: "Program",
    model: "Model",
    hash: "Model fingerprint",
    posterior: "Posterior",
    seed: "Seed",
    draws: "Runs per path",
    engine: "Engine",
    command: "Command",
  },
  neutral:
    "Downstream favours no side. It holds no locations, no persons as targets, and no knowledge of synthesis.",
} as const;
