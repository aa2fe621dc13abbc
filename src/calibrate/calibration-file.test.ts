import { expect, test } from "vitest";
import { loadCalibrationFile } from "./calibration-file.ts";

const codes = (text: string) =>
  loadCalibrationFile({ "calibration.yaml": text }).diagnostics.map(({ code, span }) => [
    code,
    text.slice(span?.start, span?.end),
  ]);

test("a model's own settings are read with their defaults", () => {
  expect(loadCalibrationFile({})).toEqual({ diagnostics: [] });
  const text =
    "seed: 3\nparticles: 800\norigins:\n  - origin: 2019-12\n    full: true\n  - {origin: 2024-10, keep: 2000}\n";
  expect(loadCalibrationFile({ "calibration.yaml": text })).toEqual({
    file: {
      seed: 3,
      particles: 800,
      origins: [
        { origin: "2019-12", full: true },
        { origin: "2024-10", full: false, keep: 2000 },
      ],
    },
    diagnostics: [],
  });
});

test("what does not fit is a finding at its place", () => {
  expect(codes("origins: []\n")).toHaveLength(1);
  expect(codes("origins:\n  - {origin: 2019-13}\n")[0]?.[1]).toBe("2019-13");
  expect(codes("particle: 5\norigins:\n  - {origin: 2019-12}\n")[0]).toEqual([
    "yaml-unknown-field",
    "particle",
  ]);
  expect(codes("origins:\n  - {origin: 2019-12}\n  - {origin: 2019-12, full: true}\n")).toEqual([
    ["calibration-origin-twice", "2019-12"],
  ]);
});
