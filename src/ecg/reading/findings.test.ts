import { expect, it } from "vitest";
import { FindingLog } from "./findings.ts";

it("counts all, keeps the first three places, and writes singular and plural", () => {
  const log = new FindingLog();
  for (let line = 2; line <= 2001; line++) log.note("gaps-filled", "heart.csv", line);
  log.note("time-backwards", "heart.csv", 9);
  log.add("merged-files", 0);
  log.add("already-scaled", 7);
  expect(log.findings()).toEqual([
    { code: "already-scaled", count: 7, sentence: expect.stringContaining("all 7 rows") as string, examples: [] },
    {
      code: "gaps-filled",
      count: 2000,
      sentence: "2,000 missing heart rates were filled by interpolation between the known ones.",
      examples: [2, 3, 4].map((line) => ({ file: "heart.csv", line })),
    },
    {
      code: "time-backwards",
      count: 1,
      sentence: "In 1 row the time goes backwards within a patient; rows were put in the order of time and these are flagged.",
      examples: [{ file: "heart.csv", line: 9 }],
    },
  ]);
});
