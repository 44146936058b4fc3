import { describe, expect, it } from "vitest";
import { intervalText, kpiFigures, labelSentence } from "./kpi-figures.ts";

const counts = {
  rows: 12_153,
  scored: 12_147,
  predicted: 36,
  confusion: { truePositive: 34, falsePositive: 2, falseNegative: 1, trueNegative: 12_110 },
};

describe("kpiFigures", () => {
  it("prints counts, shares and their intervals", () => {
    const figures = kpiFigures(counts, 0.93);
    expect([figures.predicted.text, figures.true.text, figures.precision.text, figures.recall.text, figures.f1.text, figures.averagePrecision.text])
      .toEqual(["36", "35", ".944", ".971", ".958", ".930"]);
    expect(figures.precision.interval && intervalText(figures.precision.interval)).toBe(".82–.98");
    expect(figures.f1.interval).toBeNull();
  });

  it("prints dashes for what is unknown without labels, not zeros", () => {
    const figures = kpiFigures({ ...counts, confusion: null }, null);
    expect(figures.predicted.text).toBe("36");
    expect([figures.true.text, figures.precision.text, figures.recall.text, figures.f1.text, figures.averagePrecision.text])
      .toEqual(["–", "–", "–", "–", "–"]);
  });
});

describe("labelSentence", () => {
  it("has nothing to say of a file labelled throughout", () => expect(labelSentence(counts)).toBeNull());
  it("says that there are no labels", () => expect(labelSentence({ ...counts, confusion: null })).toMatch(/^No scored row has a label/));
  it("counts the rows without a label", () => {
    expect(labelSentence({ ...counts, scored: 12_150 })).toBe("3 of 12,150 scored rows have no label: figures are over the 12,147 that have one.");
  });
  it("says which figures are undefined", () => {
    const nothing = { ...counts, predicted: 0, confusion: { truePositive: 0, falsePositive: 0, falseNegative: 0, trueNegative: 12_147 } };
    expect(labelSentence(nothing)).toMatch(/recall and average precision are undefined. .*precision is undefined/);
  });
});
