import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProblemError, toProblem } from "./problem.ts";

describe("a sentence", () => {
  it("says where, what and what to do", () => {
    const { sentence } = new ProblemError("bad-label", "a label must be 0 or 1", "Correct the cell", { file: "heart.csv", line: 3, column: "label", value: "maybe" });
    expect(sentence).toBe("heart.csv, line 3, column label, value “maybe”: a label must be 0 or 1. Correct the cell.");
  });

  it("is as long as can be read, however long what it quotes is", () => {
    const long = fc.integer({ min: 0, max: 20_000 }).chain((length) => fc.constantFrom("W", "💓", "\u202e").map((letter) => letter.repeat(length)));
    fc.assert(
      fc.property(fc.tuple(long, long, long, long, long), ([what, advice, file, column, value]) => {
        const { sentence } = new ProblemError("any", what, advice, { file, column, value });
        expect(Array.from(sentence).length).toBeLessThan(2_500);
        expect(sentence.isWellFormed()).toBe(true);
        expect(Array.from(toProblem(new Error(what)).sentence).length).toBeLessThan(1_200);
      }),
      { numRuns: 50 },
    );
  });

  it("leaves what is short as it is, and cuts no character in two", () => {
    expect(new ProblemError("any", "w".repeat(1000), "do it").sentence).toBe(`${"w".repeat(1000)}. do it.`);
    expect(new ProblemError("any", "no", "do it", { value: "💓".repeat(41) }).sentence).toBe(`value “${"💓".repeat(40)}…”: no. do it.`);
  });
});

describe("anything thrown", () => {
  it("is what it was where it was expected", () => {
    const error = new ProblemError("any", "what", "advice", { line: 2 });
    expect(toProblem(error)).toEqual({ code: "any", sentence: "line 2: what. advice.", place: { line: 2 } });
  });

  it.each([
    [new TypeError("x is no function"), "went wrong: x is no function."],
    ["words", "went wrong: words."],
    [undefined, "went wrong: undefined."],
    [{ message: "of another realm" }, "went wrong: of another realm."],
    [{ code: 7 }, "went wrong: an error without words."],
    [{ message: { message: "deep" } }, "went wrong: an error without words."],
    [Object.create(null), "went wrong: an error without words."],
  ])("has words: %o", (cause, words) => {
    const { code, sentence } = toProblem(cause);
    expect(code).toBe("unexpected");
    expect(sentence).toContain(words);
    expect(sentence).not.toContain("[object");
  });
});
