import { expect, it } from "vitest";
import { parseAnnotationLists } from "./annotation-list.ts";

const parsed = (text: string) => parseAnnotationLists(new TextEncoder().encode(text));

it("reads onset, duration and texts of each list, and passes over those that follow no rule", () => {
  expect(parsed("+2\u0014\u0014\0-0.5\u00153\u0014one\u0014two\u0014\0no time\u0014x\u0014\0")).toEqual({ recordOnsetS: 2, texts: [{ onsetS: -0.5, text: "one" }, { onsetS: -0.5, text: "two" }], unreadable: 1 });
});

it("reads as many texts as a list may hold", () => {
  expect(parsed(`+1\u0014${"a\u0014".repeat(300_000)}\0`).texts).toHaveLength(300_000);
});
