import { describe, expect, it } from "vitest";
import { openFiles } from "./open-files.ts";
import { csvFile } from "./testing.ts";
import { toProblem } from "../problem.ts";
import { readNotes } from "./recording/text/notes.ts";
import { standardLead } from "../recording/lead-names.ts";

const control = { signal: new AbortController().signal, onProgress: () => undefined };
const outcomeOf = (text: string) => openFiles([csvFile(text)], null, control).then(({ kind }) => kind, (cause: unknown) => toProblem(cause).code);

/** A reader that looks again from each place would take minutes for these: they would run into the test's time limit. */
const LONG = 300_000;

describe("a very long cell", () => {
  it.each([
    ["digits", `time,hr\n0,70\n1,${"7".repeat(LONG)}\n`, "question"],
    ["digits that break off", `time,hr\n0,70\n1,${"7".repeat(LONG)}x\n`, "bad-number"],
    ["quotes", `time,hr\n0,70\n1,${"'".repeat(LONG)}x\n`, "bad-number"],
    ["spaces in a header", `time,hr,a${" ".repeat(LONG)}b\n0,70,1\n1,71,2\n`, "table"],
    ["spaces below a comment's mark", `#${" ".repeat(LONG)}\u2028\ntime,hr\n0,70\n1,71\n`, "table"],
  ])("of %s is read, or refused, at once", async (_, text, outcome) => expect(await outcomeOf(text)).toBe(outcome));

  it.each(["1", " ", "\t", "interval", "(", "_", "a ", "1.", '"a"\t'])("of repeated %j above an ECG is passed over at once", (piece) => {
    expect(readNotes([`Rate ${piece.repeat(LONG / piece.length)}\u2028x`]).samplingRateHz).toBeNull();
  });

  it("names no lead", () => expect(standardLead(`I${"_ ".repeat(LONG)}x`)).toBeNull());
});
