import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { samplesOf, type BeatTable } from "../../beats/table.ts";
import { UNLABELLED } from "../../table.ts";
import { utf16 } from "../testing.ts";
import { readBeatFiles } from "./read-beats.ts";
import { beatFile, fixture, fixtureRows, longForm, readBeatProblem, readBeatQuestion, readBeatTable, readBeats, type Content } from "./testing.ts";

const HEARTBEATS = fixtureRows("heartbeats.csv", ",");
const ECG5000 = fixtureRows("ecg5000.tsv", "\t");

const heartbeatSamples = HEARTBEATS.map((cells) => cells.slice(0, -1));
const ecg5000Samples = ECG5000.map((cells) => cells.slice(1));
const text = (rows: readonly (readonly string[])[], separator = ",") => rows.map((cells) => cells.join(separator)).join("\n") + "\n";
const long = (cells: readonly string[]) => cells.map((cell) => longForm(Number(cell)));
const counted = (length: number) => Array.from({ length }, (_, i) => String(i));
const codes = ({ findings }: BeatTable) => Object.fromEntries(findings.map(({ code, count }) => [code, count]));

function expectSamples({ beats }: BeatTable, rows: readonly (readonly string[])[]): void {
  expect(beats.count).toBe(rows.length);
  rows.forEach((cells, beat) => expect(samplesOf(beats, beat)).toEqual(Float32Array.from(cells, Number)));
}

describe("the heartbeat CSV", () => {
  const withClass = text(HEARTBEATS);

  it.each<[string, Content]>([
    ["as it is", withClass],
    ["in numpy's long form", text(HEARTBEATS.map(long))],
    ["with a counting header", text([counted(188), ...HEARTBEATS])],
    ["with a header of names", text([[...counted(187).map((i) => `t_${i}`), "class"], ...HEARTBEATS])],
    ["with pandas' header and index", text([["", ...counted(188)], ...HEARTBEATS.map((cells, i) => [String(i), ...cells])])],
    ["with an index only", text(HEARTBEATS.map((cells, i) => [String(i), ...cells]))],
    ["with the index of picked rows", text(HEARTBEATS.map((cells, i) => [String(81 * ((i * 7) % 10)), ...cells]))],
    ["with the class first", text(HEARTBEATS.map((cells) => [cells[187], ...cells.slice(0, 187)]))],
    ["with classes as codes", text(HEARTBEATS.map((cells) => [...cells.slice(0, 187), "NSVFQ"[Number(cells[187])]]))],
    ["with CRLF", withClass.replaceAll("\n", "\r\n")],
    ["with CR", withClass.replaceAll("\n", "\r")],
    ["without a line break at the end", withClass.trimEnd()],
    ["with empty lines at the end", `${withClass}\n\n`],
    ["with a byte order mark", `\ufeff${withClass}`],
    ["in UTF-16", utf16(withClass, "le", true)],
    ["with comments above", `# beats\n% more\n${withClass}`],
    ["with quotes", text(HEARTBEATS.map((cells) => cells.map((cell) => `"${cell}"`)))],
    ["with spaces around the cells", text(HEARTBEATS, " , ")],
    ["with a comma at the end of each line", withClass.replaceAll("\n", ",\n")],
    ["with semicolons and decimal commas", text(HEARTBEATS.map((cells) => cells.map((cell) => cell.replace(".", ","))), ";")],
    ["with tabs and decimal commas", text(HEARTBEATS.map((cells) => cells.map((cell) => cell.replace(".", ","))), "\t")],
    ["with Excel's sep line", `sep=;\n${text(HEARTBEATS, ";")}`],
  ])("is read exactly: %s", async (_, content) => {
    const table = await readBeatTable(content);
    expectSamples(table, heartbeatSamples);
    expect(table).toMatchObject({ kind: "beats", form: expect.stringMatching(/heartbeat-csv|other/) as string, samplingRateHz: 125, resampledFrom: null });
    expect(table.beats).toMatchObject({ samplesPerBeat: 187, scheme: "aami" });
    expect([...table.beats.label]).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4]);
    expect(table.findings.filter(({ code }) => code !== "comment-lines")).toEqual([]);
  });

  it.each([
    ["no class", text(heartbeatSamples)],
    ["a header and no class", text([counted(187), ...heartbeatSamples])],
    ["an index and no class", text(heartbeatSamples.map((cells, i) => [String(i), ...cells]))],
  ])("is read with %s", async (_, content) => {
    const table = await readBeatTable(content);
    expectSamples(table, heartbeatSamples);
    expect(table.beats.scheme).toBeNull();
    expect(new Set(table.beats.label)).toEqual(new Set([UNLABELLED]));
  });

  it("tells each beat's line and the file's hash", async () => {
    const table = await readBeatTable(`# beats\n\n${withClass}`);
    expect([...table.beats.line]).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    const bytes = Buffer.from(`# beats\n\n${withClass}`);
    expect(table.files).toEqual([{ name: "beats.csv", bytes: bytes.length, rows: 10, sha256: createHash("sha256").update(bytes).digest("hex") }]);
  });
});

describe("ECG5000", () => {
  const attributes = counted(140).map((i) => `@attribute att${Number(i) + 1} numeric`).join("\n");
  const arff = (quote: (label: string) => string, nominal = "{1,2,3,4,5}") =>
    `% ECG5000\n%\n@relation ECG5000\n\n${attributes}\n@ATTRIBUTE target ${nominal}\n\n@Data\n% beats\n${text(ECG5000.map(([label, ...cells]) => [...cells, quote(label)]))}`;

  it.each<[string, string, Content]>([
    ["tabs", "ucr", fixture("ecg5000.tsv")],
    ["runs of spaces and exponents", "ucr", ECG5000.map((cells) => `  ${cells.map((cell) => Number(cell).toExponential(7).replace(/e([+-])(\d)$/, "e$10$2")).join("  ")}`).join("\n")],
    ["commas", "ucr", text(ECG5000)],
    ["ARFF", "arff", arff((label) => label)],
    ["ARFF with quotes", "arff", arff((label) => `'${label}'`)],
    ["ARFF with bytes", "arff", arff((label) => `b'${label}'`, "{b'1',b'2',b'3',b'4',b'5'}")],
    ["ARFF with bytes in quotes", "arff", arff((label) => `"b'${label}'"`)],
    ["ARFF with CRLF", "arff", arff((label) => `'${label}'`).replaceAll("\n", "\r\n")],
    ["the class last in a CSV with a header", "other", text([[...counted(140), "target"], ...ECG5000.map(([label, ...cells]) => [...cells, label])])],
    ["pandas' index", "ucr", text([["", ...counted(141)], ...ECG5000.map((cells, i) => [String(i), ...cells])])],
  ])("is read exactly: %s", async (_, form, content) => {
    const table = await readBeatTable(content);
    expectSamples(table, ecg5000Samples.map((cells) => cells.map((cell) => String(Number(Number(cell).toExponential(7))))));
    expect(table).toMatchObject({ form, samplingRateHz: null, resampledFrom: null, beats: { scheme: "ecg5000", samplesPerBeat: 140 } });
    expect([...table.beats.label]).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4]);
  });

  it("is asked about where the labels are the tutorial's, and read with the guess", async () => {
    const content = text(ECG5000.map(([label, ...cells]) => long([...cells, label === "1" ? "1" : "0"])));
    const question = await readBeatQuestion(content);
    expect(question.reasons).toEqual([expect.stringContaining("1 is a normal beat and 0 an abnormal one")]);
    expect(question).toMatchObject({ kind: "beats", cellsPerRow: 141, isLayoutSure: true, guess: { labelPlace: "last", coding: "one-normal", hasHeader: false, hasIndex: false, samplingRateHz: null } });
    expect(question.firstRows).toHaveLength(8);
    expect(question.firstRows[1]).toEqual(Float64Array.from([...ECG5000[1].slice(1).map(Number), 0]));
    const table = await readBeatTable(content, { answers: question.guess });
    expectSamples(table, ecg5000Samples);
    expect(table).toMatchObject({ form: "tutorial-csv", samplingRateHz: null, beats: { scheme: "binary" } });
    expect([...table.beats.label]).toEqual([0, 1, 1, 1, 1, 0, 1, 1, 1, 1]);
  });
});

describe("other lengths", () => {
  const rows = HEARTBEATS.map((cells) => [...cells.slice(0, 100), cells[187]]);
  const content = text(rows);

  it("are asked about, and resampled at the stated rate", async () => {
    const question = await readBeatQuestion(content);
    expect(question.reasons).toEqual([expect.stringContaining("100 samples")]);
    expect(question.guess).toEqual({ kind: "beats", hasHeader: false, hasIndex: false, labelPlace: "last", coding: "aami", samplingRateHz: null });
    const table = await readBeatTable(content, { answers: { ...question.guess, samplingRateHz: 125 } });
    expect(table).toMatchObject({ form: "other", samplingRateHz: 125, resampledFrom: { samplesPerBeat: 100, samplingRateHz: 125 }, beats: { samplesPerBeat: 187, scheme: "aami" } });
    expect([...table.beats.label]).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4]);
    expect(codes(table)).toEqual({ resampled: 10 });
    rows.forEach((cells, beat) => {
      const samples = cells.slice(0, 100).map(Number);
      const [min, max] = [Math.min(...samples), Math.max(...samples)];
      const expected = [...samples.map((value) => (value - min) / (max - min)), ...Array.from({ length: 87 }, () => 0)];
      samplesOf(table.beats, beat).forEach((value, i) => expect(value).toBeCloseTo(expected[i], 6));
    });
  });

  it.each<[string, string, number, number | null]>([
    ["no rate", "import-answers", 100, null],
    ["a rate of zero", "absurd-rate", 100, 0],
    ["no number", "absurd-rate", 100, NaN],
    ["an infinite rate", "absurd-rate", 100, Infinity],
    ["a rate at which a row is no heartbeat", "absurd-rate", 100, 2000],
    ["a rate at which a row is several heartbeats", "absurd-rate", 180, 50],
    ["too few samples", "too-few-samples", 12, 125],
  ])("are refused with %s", async (_, code, samples, samplingRateHz) => {
    const few = text(HEARTBEATS.map((cells) => [...cells.slice(0, samples), cells[187]]));
    const answers = { kind: "beats", hasHeader: false, hasIndex: false, labelPlace: "last", coding: "aami", samplingRateHz } as const;
    expect(await readBeatProblem(few, { answers })).toMatchObject({ code, place: { file: "beats.csv" } });
  });
});

describe("what is noticed", () => {
  const flat = (value: string) => [...Array.from({ length: 187 }, () => value), "0"];

  it("flat beats and beats of zeros are kept and counted", async () => {
    const table = await readBeatTable(text([HEARTBEATS[0], flat("0.5"), flat("0"), flat("0.25"), ...HEARTBEATS.slice(1)]));
    expect(table.beats.count).toBe(13);
    expect(table.findings).toMatchObject([
      { code: "flat-beats", count: 2, examples: [{ file: "beats.csv", line: 2 }, { file: "beats.csv", line: 4 }] },
      { code: "flat-beats", count: 1, examples: [{ file: "beats.csv", line: 3 }] },
    ]);
  });

  it("samples outside 0–1 are kept and counted", async () => {
    const table = await readBeatTable(text([HEARTBEATS[0].with(3, "1.5"), HEARTBEATS[1].with(0, "-0.1"), ...HEARTBEATS.slice(2)]));
    expect(table.beats.samples[3]).toBe(1.5);
    expect(table.findings).toMatchObject([{ code: "out-of-range", count: 2, examples: [{ file: "beats.csv", line: 1 }, { file: "beats.csv", line: 2 }] }]);
  });

  it("beats without a class are kept and counted; with none at all there is no scheme", async () => {
    const table = await readBeatTable(text(HEARTBEATS.map((cells, i) => (i % 2 === 0 ? cells : cells.with(187, "")))));
    expect([...table.beats.label]).toEqual([0, UNLABELLED, 2, UNLABELLED, 4, UNLABELLED, 1, UNLABELLED, 3, UNLABELLED]);
    expect(codes(table)).toEqual({ "unlabelled-rows": 5 });
  });

  it("few classes of 0 and 1 only may be another file's", async () => {
    const table = await readBeatTable(text(HEARTBEATS.map((cells, i) => cells.with(187, String(i % 2)))));
    expect(table.findings).toMatchObject([{ code: "other", count: 10, sentence: expect.stringContaining("PTB") as string }]);
  });
});

describe("the PTB files", () => {
  // Twice as many beats as the fixture has: enough to miss the other classes.
  const beats = [...HEARTBEATS, ...HEARTBEATS];
  const labelled = (label: (row: number) => number) => text(beats.map((cells, i) => cells.with(187, String(label(i)))));

  it("are asked about, with the heartbeat CSV's classes as the guess", async () => {
    const question = await readBeatQuestion(labelled((row) => row % 2));
    expect(question).toMatchObject({ reasons: [expect.stringContaining("PTB") as string], isLayoutSure: true, guess: { coding: "aami" } });
    const table = await readBeatTable(labelled((row) => row % 2), { answers: { ...question.guess, coding: "one-anomalous" } });
    expect(table).toMatchObject({ form: "heartbeat-csv", findings: [], beats: { scheme: "binary" } });
    expect([...table.beats.label]).toEqual(beats.map((_, row) => row % 2));
  });

  it("of normal and of abnormal beats make one table by one answer", async () => {
    const files = [beatFile(labelled(() => 0), "ptbdb_normal.csv"), beatFile(labelled(() => 1), "ptbdb_abnormal.csv")];
    const question = await readBeatQuestion(files);
    expect(question.fileName).toBe("ptbdb_abnormal.csv");
    const table = await readBeatTable(files, { answers: { ...question.guess, coding: "one-anomalous" } });
    expect([...table.beats.label]).toEqual([...beats.map(() => 0), ...beats.map(() => 1)]);
  });

  it("are read with 1 as normal where that is stated", async () => {
    const { guess } = await readBeatQuestion(labelled(() => 1));
    const { beats: read } = await readBeatTable(labelled((row) => row % 2), { answers: { ...guess, coding: "one-normal" } });
    expect([...read.label]).toEqual(beats.map((_, row) => 1 - (row % 2)));
  });
});

describe("where the class stands", () => {
  const classFirst = (label: string) => text(HEARTBEATS.map((cells) => [label, ...cells.slice(0, 186), "0"]));

  it("is asked where all first and all last cells are 0", async () => {
    const question = await readBeatQuestion(classFirst("0"));
    expect(question.reasons).toEqual(["Both the first and the last cell of each row could be the class."]);
  });

  it("is last where beats begin at exactly 1, as those cut at their R peak do", async () => {
    const table = await readBeatTable(classFirst("1"));
    expect(table.beats.samples[0]).toBe(1);
    expect([...table.beats.label]).toEqual(HEARTBEATS.map(() => 0));
  });

  it("is asked about by its classes where they do not fit the length", async () => {
    const shifted = await readBeatQuestion(text(HEARTBEATS.map((cells) => [...cells.slice(0, 187), String(Number(cells[187]) + 1)])));
    expect(shifted).toMatchObject({ reasons: [expect.stringContaining("class 5 and no class 0") as string], guess: { coding: "ecg5000" } });
    const zeroBased = await readBeatQuestion(text(ECG5000.map((cells) => [String(Number(cells[0]) - 1), ...cells.slice(1)])));
    expect(zeroBased).toMatchObject({ reasons: [expect.stringContaining("there is a class 0") as string], guess: { coding: "aami", labelPlace: "first" } });
  });

  it("an answer that corrects the guess is followed", async () => {
    const answers = { kind: "beats", hasHeader: true, hasIndex: false, labelPlace: "none", coding: null, samplingRateHz: 125 } as const;
    const table = await readBeatTable(text(HEARTBEATS), { answers });
    expect(table).toMatchObject({ resampledFrom: { samplesPerBeat: 188, samplingRateHz: 125 }, beats: { count: 9, scheme: null } });
  });
});

describe("several files", () => {
  it("of one length and scheme make one table", async () => {
    const table = await readBeatTable([
      beatFile(text(HEARTBEATS.slice(0, 4)), "a.csv"),
      beatFile(text([counted(188), ...HEARTBEATS.slice(4, 7)]), "b.csv"),
      beatFile(text(heartbeatSamples.slice(7)), "c.csv"),
    ]);
    expectSamples(table, heartbeatSamples);
    expect(table.files.map(({ name, rows }) => [name, rows])).toEqual([["a.csv", 4], ["b.csv", 3], ["c.csv", 3]]);
    expect([...table.beats.file]).toEqual([0, 0, 0, 0, 1, 1, 1, 2, 2, 2]);
    expect([...table.beats.line]).toEqual([1, 2, 3, 4, 2, 3, 4, 1, 2, 3]);
    expect([...table.beats.label]).toEqual([0, 1, 2, 3, 4, 0, 1, UNLABELLED, UNLABELLED, UNLABELLED]);
  });

  it("of other lengths or classes are refused", async () => {
    const problem = await readBeatProblem([beatFile(text(HEARTBEATS), "a.csv"), beatFile(text(ECG5000), "b.csv")]);
    expect(problem).toMatchObject({ code: "mixed-beats", place: { file: "b.csv" } });
  });
});

describe("progress and abort", () => {
  it("reports bytes of all files and ends with the total", async () => {
    const files = [beatFile(text(HEARTBEATS)), beatFile(text(HEARTBEATS))];
    const done: number[] = [];
    await readBeatFiles(files, null, { signal: new AbortController().signal, onProgress: (progress) => done.push(progress.done), chunkBytes: 4000 });
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(files[0].size + files[1].size);
  });

  it("stops with the signal's reason", async () => {
    const controller = new AbortController();
    const reading = readBeatFiles([beatFile(text(HEARTBEATS))], null, { signal: controller.signal, onProgress: () => controller.abort(new Error("enough")), chunkBytes: 100 });
    await expect(reading).rejects.toThrow("enough");
  });

  it("gives the same table wherever the chunks end", async () => {
    const file = beatFile(text(HEARTBEATS).replaceAll("\n", "\r\n"));
    expect(await readBeats([file], { chunkBytes: 777 })).toEqual(await readBeats([file]));
  });
});
