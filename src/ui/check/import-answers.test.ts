import { describe, expect, it } from "vitest";
import type { ImportAnswers, ImportQuestion } from "../../ecg/reading/import-guess.ts";
import { answeredQuestion, assignRole, guessedAnswers, whyUnfit } from "./import-answers.ts";

const question: ImportQuestion = {
  kind: "heart-rate", fileName: "a.csv", reasons: [], hasHeader: false, unit: "bpm", timeKind: "seconds", firstRows: [["0", "70"]],
  columns: [{ name: "column 1", role: "time", doubt: null }, { name: "column 2", role: "rate", doubt: "Guessed from its values." }],
};
const answers: ImportAnswers = { kind: "heart-rate", hasHeader: false, roles: ["time", "rate"], unit: "bpm", timeKind: "seconds" };

it("starts from the guess", () => expect(guessedAnswers(question)).toEqual(answers));

it("keeps what was answered for the next time", () => {
  const changed: ImportAnswers = { kind: "heart-rate", hasHeader: true, roles: ["rate", "other"], unit: "rr-s", timeKind: "row" };
  expect(guessedAnswers(answeredQuestion(question, changed))).toEqual(changed);
});

describe("whyUnfit", () => {
  it("takes the guess", () => expect(whyUnfit(answers)).toBeNull());
  it("wants a heart rate", () => expect(whyUnfit(assignRole(answers, 1, "other"))).toMatch(/No column is the heart rate/));
  it("wants no role twice", () => expect(whyUnfit(assignRole(answers, 0, "rate"))).toMatch(/^Columns 1 and 2 are both/));
  it("lets any number of columns be unused", () =>
    expect(whyUnfit({ ...answers, roles: ["time", "rate", "other", "other"] })).toBeNull());
  it("wants a time unless there is none, or RR intervals give it", () => {
    const timeless = assignRole(answers, 0, "other");
    expect(whyUnfit(timeless)).toMatch(/No column is the time/);
    expect(whyUnfit({ ...timeless, timeKind: "row" })).toBeNull();
    expect(whyUnfit({ ...timeless, unit: "rr-ms" })).toBeNull();
  });
  it("asks nothing more of a raw ECG, which is read as a recording", () => expect(whyUnfit({ ...answers, roles: ["other", "other"], unit: "raw-ecg" })).toBeNull());
});
