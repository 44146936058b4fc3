import { expect, it } from "vitest";
import { mcNemarTest } from "../../ecg/metrics/mcnemar.ts";
import { mcNemarText, originText, parseTags, tagsText } from "./version-words.ts";

it("an origin is told in a few words", () => {
  expect(originText({ origin: { kind: "shipped" } })).toBe("Ships with the app");
  expect(originText({ origin: { kind: "trained", runId: "r" } })).toBe("Trained here");
  expect(originText({ origin: { kind: "imported", fileName: "model.json" } })).toBe("Imported, model.json");
});

it("tags are read as they are written", () => {
  const tags = { ward: "3B", validated: "", source: "https://example.org" };
  expect(tagsText(tags)).toBe("ward: 3B, validated, source: https://example.org");
  expect(parseTags(tagsText(tags))).toEqual(tags);
  expect(parseTags(" , ")).toEqual({});
});

it("McNemar's test is told with its discordant counts", () => {
  expect(mcNemarText(mcNemarTest({ onlyFirstRight: 8, onlySecondRight: 1 }), 1, 2)).toBe(
    "On 9 rows one is right and the other wrong: version 1 alone is right on 8, version 2 alone on 1. McNemar’s test (exact binomial): p = .039. It takes rows for independent. So large a difference is seldom chance.",
  );
  expect(mcNemarText(mcNemarTest({ onlyFirstRight: 59, onlySecondRight: 121 }), 1, 2)).toContain("(chi-square with continuity correction, χ² = 20.67): p < .001.");
  expect(mcNemarText(mcNemarTest({ onlyFirstRight: 2, onlySecondRight: 3 }), 1, 2)).toContain("A difference of this size may be chance.");
  expect(mcNemarText(mcNemarTest({ onlyFirstRight: 0, onlySecondRight: 0 }), 1, 4)).toBe("Version 1 and version 4 are right and wrong on the same rows.");
});
