import { describe, expect, it } from "vitest";
import { FindingLog } from "../findings.ts";
import { inspectBeatHead } from "./beat-head.ts";
import { NumberLines } from "../number-lines.ts";
import { BeatColumnsBuilder, BeatRows } from "./beat-rows.ts";
import { guessBeats } from "./guess-beats.ts";
import { layoutOfAnswers } from "./join-beats.ts";
import { beatFile, fixtureRows, readBeatProblem, type Content } from "./testing.ts";

const HEARTBEATS = fixtureRows("heartbeats.csv", ",");
const ECG5000 = fixtureRows("ecg5000.tsv", "\t");
const NAMES = [...Array.from({ length: 187 }, (_, i) => `t_${i}`), "class"];

const text = (rows: readonly (readonly string[])[], separator = ",") => rows.map((cells) => cells.join(separator)).join("\n") + "\n";
/** The heartbeats with one cell of the third row replaced. */
const spoilt = (column: number, value: string) => text(HEARTBEATS.with(2, HEARTBEATS[2].with(column, value)));

describe("a bad row is named by file, line, column and value", () => {
  it.each<[string, string, Content, object, string]>([
    ["text", "bad-number", spoilt(16, "abc"), { line: 3, column: "17 (sample 17)", value: "abc" }, "no number"],
    ["two points", "bad-number", spoilt(0, "0.1.2"), { line: 3, column: "1 (sample 1)", value: "0.1.2" }, "no number"],
    ["NaN", "missing-sample", spoilt(186, "NaN"), { line: 3, column: "187 (sample 187)", value: "NaN" }, "missing"],
    ["an empty cell", "missing-sample", spoilt(16, ""), { line: 3, column: "17 (sample 17)", value: "" }, "missing"],
    ["infinity", "bad-number", spoilt(16, "-inf"), { line: 3, column: "17 (sample 17)", value: "-inf" }, "infinite"],
    ["more than a double holds", "bad-number", spoilt(16, "1e999"), { line: 3, column: "17 (sample 17)", value: "1e999" }, "too large"],
    ["more than a single holds", "bad-number", spoilt(16, "1e39"), { line: 3, column: "17 (sample 17)", value: "1e39" }, "too large"],
    ["another decimal mark", "bad-number", text(HEARTBEATS.with(2, HEARTBEATS[2].with(16, "0,5")), ";"), { line: 3, column: "17 (sample 17)", value: "0,5" }, "no number"],
    ["a sample in a table with names", "bad-number", text([NAMES, ...HEARTBEATS.with(1, HEARTBEATS[1].with(5, "x"))]), { line: 3, column: "“t_5” (sample 6)", value: "x" }, "no number"],
    ["a sample after an index", "bad-number", text(HEARTBEATS.map((cells, i) => [String(i), ...(i === 3 ? cells.with(5, "x") : cells)])), { line: 4, column: "7 (sample 6)", value: "x" }, "no number"],
    ["a sample after the class", "bad-number", text(ECG5000.with(7, ECG5000[7].with(1, "x")), "\t"), { line: 8, column: "2 (sample 1)", value: "x" }, "no number"],
    ["a class beyond the last", "unknown-class", spoilt(187, "5"), { line: 3, column: "188", value: "5" }, "0 (N), 1 (S), 2 (V), 3 (F), 4 (Q)"],
    ["a class below the first", "unknown-class", text(ECG5000.with(2, ECG5000[2].with(0, "-1")), "\t"), { line: 3, column: "1", value: "-1" }, "1 (N), 2 (R-on-T)"],
    ["a class that is no number", "unknown-class", spoilt(187, "maybe"), { line: 3, column: "188", value: "maybe" }, "no such class"],
    ["a class that is not whole", "class-not-whole", spoilt(187, "1.5"), { line: 3, column: "188", value: "1.5" }, "whole number"],
    ["a named class", "unknown-class", text([NAMES, ...HEARTBEATS.with(0, HEARTBEATS[0].with(187, "9"))]), { line: 2, column: "“class”", value: "9" }, "no such class"],
    ["an ARFF cell", "missing-sample", `@relation x\n@attribute a numeric\n@data\n${text([...ECG5000.map(([, ...cells]) => cells.with(3, "?"))])}`, { line: 4, value: "?" }, "missing"],
    ["a row too short", "ragged", text(HEARTBEATS.with(2, HEARTBEATS[2].slice(1))), { line: 3 }, "187 cells and the first rows have 188"],
    ["a row too long", "ragged", text(HEARTBEATS.with(2, [...HEARTBEATS[2], "1"])), { line: 3 }, "189 cells"],
    ["a last line that breaks off", "truncated", `${text(HEARTBEATS)}0.5,0.4`, { line: 11, value: "0.5 | 0.4" }, "after 2 of 188 cells"],
    ["a last line that is short", "ragged", `${text(HEARTBEATS)}0.5,0.4\n`, { line: 11 }, "2 cells"],
    ["an open quote", "malformed-quote", text(HEARTBEATS.with(2, HEARTBEATS[2].with(3, '"0.5'))), { line: 3 }, "quote"],
    ["a control character", "binary", spoilt(16, "0.\u00075"), { line: 3 }, "control character"],
    ["bytes that are no text", "invalid-text", new Uint8Array([...new TextEncoder().encode(text(HEARTBEATS.concat(...Array.from({ length: 120 }, () => HEARTBEATS)))), 0xff, 0x0a]), { line: 1211 }, "UTF-8"],
  ])("%s", async (_, code, content, place, words) => {
    const problem = await readBeatProblem([beatFile(content, "bad.csv")]);
    expect(problem).toMatchObject({ code, place: { file: "bad.csv", ...place } });
    expect(problem.sentence).toContain(words);
    expect(problem.sentence).toMatch(/^bad\.csv, line \d+.*\.$/);
  });
});

it("more beats than fit into memory are refused by the first one too many", async () => {
  const file = beatFile(text(HEARTBEATS), "bad.csv");
  const head = await inspectBeatHead(file);
  const layout = layoutOfAnswers(head, guessBeats(head).answers);
  const lines = new NumberLines(head, new BeatRows({ head, layout, file: 0, columns: new BeatColumnsBuilder(187, 5 * 187 + 1), log: new FindingLog() }));
  const bytes = new Uint8Array(await file.arrayBuffer());
  expect(() => lines.feed(bytes)).toThrow(/^bad\.csv, line 6: there are more than 5 beats/);
});

describe("files that are no beat table", () => {
  it.each<[string, string, Content]>([
    ["only a header", "header-only", `${NAMES.join(",")}\n`],
    ["nothing", "header-only", ""],
    ["an archive", "binary", Uint8Array.of(0x50, 0x4b, 3, 4)],
    ["a row that never ends", "too-many-columns", `${"0.5,".repeat(1500)}1\n`.repeat(3)],
    ["ARFF without data", "arff", "@relation x\n@attribute a numeric\n"],
    ["ARFF with sparse rows", "arff", "@relation x\n@attribute a numeric\n@data\n{0 1}\n"],
    ["ARFF with the class in the middle", "arff", "@relation x\n@attribute a numeric\n@attribute c {1,2}\n@attribute b numeric\n@data\n1,2,3\n"],
  ])("%s", async (_, code, content) => {
    expect(await readBeatProblem([beatFile(content, "bad.csv")])).toMatchObject({ code, place: { file: "bad.csv" } });
  });

  it("no file at all", async () => {
    expect(await readBeatProblem([])).toMatchObject({ code: "no-file" });
  });

  it("answers that do not say what the classes are", async () => {
    const answers = { kind: "beats", hasHeader: false, hasIndex: false, labelPlace: "last", coding: null, samplingRateHz: null } as const;
    expect(await readBeatProblem(text(HEARTBEATS), { answers })).toMatchObject({ code: "import-answers" });
  });
});
