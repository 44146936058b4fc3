import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ROW_FLAG, type HeartRateTable } from "../heart-rate/table.ts";
import { UNLABELLED } from "../table.ts";
import { readHeartRateFiles } from "./read-heart-rate.ts";
import { csvFile, read, readProblem, readQuestion, readTable, utf16 } from "./testing.ts";

const PLAIN = "timestamp,patient_id,heart_rate,label\n0.8,007,75,0\n1.6,007,75.5,1\n0.9,12,60,0\n";

interface Essence {
  readonly unit: string;
  readonly timeKind: string;
  readonly patients: readonly { id: string; timeS: number[]; rateBpm: number[]; label: number[] }[];
}

function essence({ unit, timeKind, patients }: HeartRateTable): Essence {
  return {
    unit,
    timeKind,
    patients: patients.map(({ patientId, timeS, rateBpm, label }) => ({ id: patientId, timeS: [...timeS], rateBpm: [...rateBpm], label: [...label] })),
  };
}

function codes(table: HeartRateTable): Record<string, number> {
  return Object.fromEntries(table.findings.map(({ code, count }) => [code, count]));
}

describe("the shipped sample", () => {
  const bytes = readFileSync(new URL("../../../public/samples/heart-rate.csv", import.meta.url));

  it("is read exactly", async () => {
    const table = await readTable([csvFile(new Uint8Array(bytes), "heart-rate.csv")]);
    expect(table).toMatchObject({ form: "plain", unit: "bpm", timeKind: "seconds", rows: 12153, labelled: true, findings: [] });
    expect(table.patients.map(({ patientId, timeS, label }) => [patientId, timeS.length, label.filter((value) => value === 1).length])).toEqual([
      ["100", 2272, 34], ["103", 2083, 2], ["105", 2571, 41], ["111", 2123, 1], ["117", 1534, 1], ["231", 1570, 3],
    ]);
    expect(table.files).toEqual([
      { name: "heart-rate.csv", bytes: bytes.length, rows: 12153, sha256: createHash("sha256").update(bytes).digest("hex") },
    ]);
    const lines = bytes.toString("utf8").trimEnd().split("\n").slice(1);
    for (const { patientId, sourceRow, timeS, rateBpm, label } of table.patients) {
      sourceRow.forEach((row, i) => {
        const [time, patient, rate, truth] = lines[row].split(",");
        expect([patientId, timeS[i], rateBpm[i], label[i]]).toEqual([patient, Number(time), Number(rate), Number(truth)]);
      });
    }
  });
});

describe("input forms", () => {
  const rows = [["0.8", "007", "75", "0"], ["1.6", "007", "75.5", "1"], ["0.9", "12", "60", "0"]];
  const table = (header: string, separator: string, comma = false) =>
    [header, ...rows.map((cells) => cells.map((cell) => (comma ? cell.replace(".", ",") : cell)).join(separator))].join("\n");

  it.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ["comma", PLAIN],
    ["semicolon and decimal comma", table("timestamp;patient_id;heart_rate;label", ";", true)],
    ["semicolon and decimal point", table("Time;Patient;HR;Anomaly", ";")],
    ["tab and decimal comma", table("t\tid\tbpm\ty", "\t", true)],
    ["spaces, in runs", table("ts  subject   pulse target", "   ")],
    ["spaces and decimal comma", table("ts subject pulse target", " ", true)],
    ["other names, units in them", table("Time (s),Subject.ID,HR (bpm),Is Anomaly", ",")],
    ["other names, other case", table("DATE,Record,Heart.Rate [1/min],Ground_Truth", ",")],
    ["byte order mark", `\ufeff${PLAIN}`],
    ["CRLF", PLAIN.replaceAll("\n", "\r\n")],
    ["CR", PLAIN.replaceAll("\n", "\r")],
    ["no line break at the end", PLAIN.trimEnd()],
    ["empty lines at the end", `${PLAIN}\n\n,,,\n`],
    ["quotes", '"timestamp","patient_id","heart_rate","label"\n"0.8","007","75","0"\n1.6,"007",75.5,"1"\n0.9,12,"60",0\n'],
    ["a separator at the end of each line", PLAIN.replaceAll("\n", ",\n")],
    ["three separators at the end of each line", PLAIN.replaceAll("\n", ",,,\n")],
    ["three separators at the end of the data", PLAIN.replaceAll("\n", ",,,\n").replace(",,,\n", "\n")],
    ["a device's notes above", `Name,Device,Average heart rate (bpm),\nJane,"H10, black",71,\n\n${PLAIN}`],
    ["a separator at the end of the data", PLAIN.replaceAll("\n", ",\n").replace(",\n", "\n")],
    ["Excel's sep line", `sep=;\n${PLAIN.replaceAll(",", ";")}`],
    ["spaces around the cells", PLAIN.replaceAll(",", " , ")],
    ["labels as words", PLAIN.replace(",0\n", ",Normal\n").replace(",1\n", ",ANOMALY\n").replace(",0\n", ",false\n")],
    ["UTF-16 LE with mark", utf16(PLAIN, "le", true)],
    ["UTF-16 BE with mark", utf16(PLAIN, "be", true)],
    ["UTF-16 LE without mark", utf16(PLAIN, "le", false)],
    ["UTF-16 BE without mark", utf16(PLAIN, "be", false)],
  ])("%s", async (_, content) => {
    expect(essence(await readTable([csvFile(content)]))).toEqual({
      unit: "bpm",
      timeKind: "seconds",
      patients: [
        { id: "007", timeS: [0.8, 1.6], rateBpm: [75, 75.5], label: [0, 1] },
        { id: "12", timeS: [0.9], rateBpm: [60], label: [0] },
      ],
    });
  });

  it("takes columns in any order, and keeps those it does not know", async () => {
    const { patients, columns } = await readTable("label,note,heart_rate,device,patient_id,timestamp\n0,\"a, b\",75,5,P1,1\n1,c,76,,P1,2\n");
    expect(columns.map(({ role }) => role)).toEqual(["label", "other", "rate", "other", "patient", "time"]);
    expect(patients[0].extra).toEqual([
      { name: "note", kind: "text", codes: Uint32Array.of(0, 1), texts: ["a, b", "c"] },
      { name: "device", kind: "number", values: Float64Array.of(5, NaN) },
    ]);
  });

  it("comments and a header in one of them", async () => {
    const table = await readTable(`# made by a monitor, "v2"\n\n# unit: bpm\n${PLAIN}`);
    expect(table.rows).toBe(3);
    expect(codes(table)).toEqual({ "comment-lines": 2 });
    expect(essence(await readTable("# timestamp,patient_id,heart_rate\n0.8,A,75\n1.6,A,76\n")).patients).toMatchObject([{ id: "A", timeS: [0.8, 1.6] }]);
  });

  it("a sports watch's heart rate, with a column named as the first line of its ECGs", async () => {
    const table = await readTable("Name,Sport\nJane,RUNNING\nSample rate,Time,HR (bpm),Power (W),\n1,00:00:00,71,,\n,00:00:01,72,,\n");
    expect(essence(table)).toMatchObject({ timeKind: "clock", patients: [{ timeS: [0, 1], rateBpm: [71, 72] }] });
    expect(codes(table)).toMatchObject({ "comment-lines": 2 });
  });

  it("a line of units below the header", async () => {
    const table = await readTable("'time','patient','hr'\n's',,'bpm'\n1,A,75\n2,A,76\n");
    expect(table.rows).toBe(2);
    expect(table.findings).toMatchObject([{ code: "other", count: 1, examples: [{ file: "heart.csv", line: 2 }] }]);
  });

  it("a preprocessed file, scaled", async () => {
    const header = ",cycle_id,timestamp,time_gap,heart_rate,patient_id,hr_diff,hr_diff_4,peak_label,label\n";
    const table = await readTable(`${header}0,5,0.8,0.8,0.5,101,,,0,0\n1,6,1.6,0.8,1.0,101,0.25,,1,1\n2,7,2.4,0.8,0.0,101,0.0,,0,0\n`);
    expect(table).toMatchObject({ form: "preprocessed", unit: "scaled", labelled: true });
    expect(table.findings).toMatchObject([{ code: "already-scaled", count: 3 }]);
    expect(table.patients[0].given).toEqual({ hrDiff: Float64Array.of(NaN, 0.25, 0), peakLabel: Uint8Array.of(0, 1, 0) });
    expect([...table.patients[0].rateBpm]).toEqual([0.5, 1, 0]);
    expect(table.patients[0].extra.map(({ name }) => name)).toEqual(["", "cycle_id", "time_gap", "hr_diff_4"]);
  });

  it("a preprocessed file in bpm", async () => {
    const table = await readTable(",cycle_id,timestamp,time_gap,heart_rate,patient_id,hr_diff,hr_diff_4,peak_label,label\n0,5,0.8,0.8,70,101,,,0,0\n1,6,1.6,0.8,75,101,5,,1,1\n");
    expect(table).toMatchObject({ form: "preprocessed", unit: "bpm", findings: [] });
    expect(table.patients[0].given).toBeNull();
    expect(table.patients[0].extra.map(({ name }) => name)).toEqual(["", "cycle_id", "time_gap", "hr_diff", "hr_diff_4", "peak_label"]);
  });

  it("headerless cycle_id,timestamp,time_gap,heart_rate", async () => {
    const table = await readTable([
      csvFile("7,1.0,1.0,60\n7,1.8,0.8,75\n1111,2.3,0.5,120\n7,3.1,0.8,75\n", "0042.csv"),
      csvFile("7,1.0,1.0,60\n7,1.8,0.8,75\n7,2.6,0.8,75\n", "0043.v2.csv"),
    ]);
    expect(table).toMatchObject({ form: "headerless-cycle", unit: "bpm", labelled: true });
    expect(table.patients.map(({ patientId, label }) => [patientId, [...label]])).toEqual([["0042", [0, 0, 1, 0]], ["0043.v2", [0, 0, 0]]]);
    expect(table.columns.map(({ name }) => name)).toEqual(["patient_id", "cycle_id", "timestamp", "time_gap", "heart_rate"]);
    expect(table.findings.map(({ code, count }) => [code, count])).toEqual([["other", 7], ["other", 2]]);
  });

  it.each([
    ["rr (ms)", ["800", "1000", "500"]],
    ["RR_interval_ms", ["800", "1000", "500"]],
    ["ibi", ["800", "1000", "500"]],
    ["NN", ["0.8", "1", "0.5"]],
    ["rr.s", ["0.8", "1", "0.5"]],
  ])("RR intervals in %s", async (name, cells) => {
    const table = await readTable(`time,id,${name}\n${cells.map((cell, i) => `${i},A,${cell}\n`).join("")}`);
    expect([...table.patients[0].rateBpm]).toEqual([75, 60, 120]);
    expect(table.patients[0].extra).toEqual([{ name, kind: "number", values: Float64Array.from(cells, Number) }]);
    expect(codes(table)).toEqual({ "rr-converted": 3 });
  });

  it("RR intervals alone: times are their running sum", async () => {
    const table = await readTable([csvFile("rr\n800\n1000\n\n500\n", "holter 7.txt")]);
    expect(table).toMatchObject({ unit: "rr-ms", timeKind: "seconds" });
    expect([...table.patients[0].timeS]).toEqual([0.8, 1.8, 2.3]);
    expect(table.patients[0].patientId).toBe("holter 7");
    expect(codes(table)).toMatchObject({ "no-time-column": 1, "rr-converted": 3 });
  });

  it.each<[string, string, number[]]>([
    ["milliseconds by name", "time_ms", [800, 1600, 2400]],
    ["milliseconds by their steps", "t", [800, 1600, 2400]],
    ["milliseconds since 1970", "ts", [1.7e12, 1.7e12 + 800, 1.7e12 + 1600]],
  ])("%s", async (_, name, times) => {
    const table = await readTable(`${name},id,hr\n${times.map((time) => `${time},A,75\n`).join("")}`);
    expect(table.timeKind).toBe("milliseconds");
    expect([...table.patients[0].timeS]).toEqual(times.map((time) => time / 1000));
  });

  it("ISO dates with and without a zone", async () => {
    const table = await readTable("time,id,hr\n2024-03-01 12:00:00,A,75\n2024-03-01T12:00:01.5Z,A,75\n2024-03-01T13:00:02+01:00,A,75\n");
    expect(table.timeKind).toBe("iso");
    const noon = Date.UTC(2024, 2, 1, 12) / 1000;
    expect([...table.patients[0].timeS]).toEqual([noon, noon + 1.5, noon + 2]);
  });

  it("clock times across midnight", async () => {
    const table = await readTable("time,id,hr\n23:59:58,A,75\n23:59:59.5,A,75\n0:00:01,A,75\n");
    expect(table.timeKind).toBe("clock");
    expect([...table.patients[0].timeS]).toEqual([86398, 86399.5, 86401]);
    expect(table.findings).toMatchObject([{ code: "other", count: 1, examples: [{ line: 4 }] }]);
  });
});

describe("what is kept and flagged", () => {
  it("sorts rows stably by time, split patients together", async () => {
    const table = await readTable("t,id,hr\n3,A,63\n1,B,71\n1,A,61\n2,A,62\n2,A,62.5\n");
    const [a, b] = table.patients;
    expect([...a.timeS]).toEqual([1, 2, 2, 3]);
    expect([...a.rateBpm]).toEqual([61, 62, 62.5, 63]);
    expect([...a.sourceRow]).toEqual([2, 3, 4, 0]);
    expect([...a.flags]).toEqual([ROW_FLAG.timeBackwards, ROW_FLAG.duplicateTime, ROW_FLAG.duplicateTime, 0]);
    expect([...b.sourceRow]).toEqual([1]);
    expect(table.findings).toMatchObject([
      { code: "duplicate-times", count: 2, examples: [{ file: "heart.csv", line: 5 }, { line: 6 }] },
      { code: "time-backwards", count: 1, examples: [{ file: "heart.csv", line: 4 }] },
    ]);
  });

  it("fills gaps and says where", async () => {
    const table = await readTable("t,id,hr\n1,A,NA\n2,A,60\n3,A,\n4,A,62\n5,A,NaN\n6,A,n/a\n7,A,-\n8,A,null\n");
    expect([...table.patients[0].rateBpm]).toEqual([60, 60, 61, 62, 62, 62, 62, 62]);
    expect([...table.patients[0].flags]).toEqual([1, 0, 1, 0, 1, 1, 1, 1]);
    expect(table.findings).toMatchObject([{ code: "gaps-filled", count: 6, examples: [{ line: 2 }, { line: 4 }, { line: 6 }] }]);
  });

  it("flags rates outside 15–350 bpm", async () => {
    const table = await readTable("t,id,hr\n1,A,0\n2,A,15\n3,A,350\n4,A,351\n5,A,70\n6,A,-1\n7,A,80\n8,A,70\n9,A,70\n");
    expect([...table.patients[0].flags].map((flag) => flag & ROW_FLAG.outOfRange)).toEqual([2, 0, 0, 2, 0, 2, 0, 0, 0]);
    expect(codes(table)).toEqual({ "out-of-range": 3 });
  });

  it("flags what the interpolation puts outside 15–350 bpm beside an artefact", async () => {
    const table = await readTable("t,id,hr\n1,A,70\n2,A,71\n3,A,70\n4,A,400\n5,A,\n6,A,\n7,A,70\n8,A,71\n");
    const [{ rateBpm, flags }] = table.patients;
    const beyond = [...rateBpm].map((rate) => rate < 15 || rate > 350);
    expect(beyond.slice(4, 6)).toContain(true);
    expect([...flags].map((flag) => (flag & ROW_FLAG.outOfRange) !== 0)).toEqual(beyond);
    expect(table.findings.filter(({ code }) => code === "out-of-range").map(({ count }) => count)).toEqual([1, beyond.filter(Boolean).length - 1]);
  });

  it("adds up RR intervals to times that never go backwards, whatever a gap is filled with", async () => {
    const table = await readTable("rr,id\n850,A\n860,A\n150,A\n900,A\n,A\n,A\n,A\n900,A\n870,A\n860,A\n");
    const [{ timeS, rateBpm }] = table.patients;
    expect(rateBpm).toHaveLength(10);
    expect(rateBpm.some((rate) => rate < 0)).toBe(true);
    expect(timeS.every((time, row) => row === 0 || time > timeS[row - 1])).toBe(true);
  });

  it("counts rows without a label, and empty lines", async () => {
    const table = await readTable("t,id,hr,label\n1,A,70,0\n\n2,A,70,\n3,A,70,1\n");
    expect([...table.patients[0].label]).toEqual([0, UNLABELLED, 1]);
    expect(table.findings).toMatchObject([
      { code: "unlabelled-rows", count: 1, examples: [{ line: 4 }] },
      { code: "other", count: 1, examples: [{ line: 3 }] },
    ]);
  });

  it("a label column with no label at all is a table without labels", async () => {
    const table = await readTable("t,id,hr,label\n1,A,70,\n2,A,70,\n");
    expect(table).toMatchObject({ labelled: false, findings: [] });
  });
});

describe("several files", () => {
  it("merges patients, counts rows over all files, joins columns by name", async () => {
    const table = await readTable([csvFile("t,id,hr,note\n5,A,70,x\n6,B,71,y\n", "one.csv"), csvFile("id;hr;t;age\nA;60,5;1;44\nC;61,5;2;50\n", "two.csv")]);
    expect(table.files.map(({ name, rows }) => [name, rows])).toEqual([["one.csv", 2], ["two.csv", 2]]);
    expect(table.patients.map(({ patientId, sourceRow }) => [patientId, [...sourceRow]])).toEqual([["A", [2, 0]], ["B", [1]], ["C", [3]]]);
    expect(table.patients[0].extra).toEqual([
      { name: "note", kind: "text", codes: Uint32Array.of(0, 1), texts: ["", "x"] },
      { name: "age", kind: "number", values: Float64Array.of(44, NaN) },
    ]);
    expect([...table.patients[0].flags]).toEqual([0, 0]);
    expect(codes(table)).toEqual({ "merged-files": 1 });
    expect(table.columns.map(({ name }) => name)).toEqual(["t", "id", "hr", "note", "age"]);
  });

  it("puts RR intervals and bpm into one table in bpm", async () => {
    const table = await readTable([csvFile("t,id,hr\n5,A,70\n6,A,71\n", "one.csv"), csvFile("t,id,rr\n5,B,1000\n6,B,500\n", "two.csv")]);
    expect(table.unit).toBe("bpm");
    expect(table.patients.map(({ rateBpm }) => [...rateBpm])).toEqual([[70, 71], [60, 120]]);
  });

  it.each([
    ["mixed-times", "t,id,hr\n2024-03-01,B,70\n2024-03-02,B,71\n"],
    ["mixed-units", ",t,id,heart_rate,hr_diff,peak_label\n0,1,B,0.5,,0\n1,2,B,0.6,0.1,0\n"],
    ["mixed-columns", "t,id,rr\n1,B,800\n2,B,801\n"],
  ])("refuses files that do not fit together: %s", async (code, second) => {
    const first = "t,id,hr,rr\n1,A,70,x\n2,A,71,y\n";
    const answers = { kind: "heart-rate" as const, hasHeader: true, roles: ["time", "patient", "rate", "other"] as const, unit: "bpm" as const, timeKind: "seconds" as const };
    const problem = await readProblem([csvFile(first, "one.csv"), csvFile(second, "two.csv")], { answers });
    expect(problem).toMatchObject({ code, place: { file: "two.csv" } });
  });
});

describe("questions", () => {
  it.each([
    ["no header, unknown form", "1,100,70.5\n2,100,71.5\n3,100,72.5\n4,100,71.5\n", ["time", "patient", "rate"], "bpm"],
    ["two candidates for the rate", "t,id,hr,pulse\n1,A,70,71\n2,A,71,72\n", ["time", "patient", "rate", "other"], "bpm"],
    ["no column named as the rate", "t,id,level\n1,A,70.5\n2,A,71.5\n", ["time", "patient", "rate"], "bpm"],
    ["part of a name", "t,id,resting pulse left\n1,A,70.5\n2,A,71.5\n", ["time", "patient", "rate"], "bpm"],
    ["no time", "id,hr\nA,70\nA,71\n", ["patient", "rate"], "bpm"],
    ["bpm that look like intervals", "t,id,hr\n1,A,812\n2,A,798\n", ["time", "patient", "rate"], "rr-ms"],
    ["bpm that look like intervals in seconds", "t,id,hr\n1,A,1.2\n2,A,0.9\n", ["time", "patient", "rate"], "rr-s"],
    ["intervals that look like bpm", "t,id,rr\n1,A,70\n2,A,71\n", ["time", "patient", "rate"], "bpm"],
    ["a plain rate in 0–1", "t,id,hr\n1,A,0.2\n2,A,0.7\n", ["time", "patient", "rate"], "scaled"],
    ["leads of an ECG", "time,MLII,V1\n0.000,-0.1,0.19\n0.003,-0.2,0.19\n0.006,-0.1,0.2\n", ["time", "rate", "other"], "raw-ecg"],
    ["an unnamed signal", "point,value\n1,-202\n2,-318\n3,67\n4,92\n", ["time", "rate"], "raw-ecg"],
    ["a patient column that never repeats", `t,id,hr\n${Array.from({ length: 30 }, (_, i) => `${i},${i},70.5\n`).join("")}`, ["time", "patient", "rate"], "bpm"],
    ["seconds or milliseconds", "t,id,hr\n0,A,70\n5000,A,71\n10000,A,72\n", ["time", "patient", "rate"], "bpm"],
    ["a target that is no label", "t,id,hr,target\n1,A,70,5.5\n2,A,71,6.5\n", ["time", "patient", "rate", "label"], "bpm"],
  ])("%s", async (_, content, roles, unit) => {
    const question = await readQuestion(content);
    expect(question.columns.map(({ role }) => role)).toEqual(roles);
    expect(question.unit).toBe(unit);
    expect(question.reasons.length).toBeGreaterThan(0);
    for (const reason of question.reasons) expect(reason).toMatch(/[.?]$/);
  });

  it("asks for the unit, and speaks of a name only where there is one", async () => {
    expect((await readQuestion("812\n798\n805\n")).reasons.join(" ")).toContain("Its typical value is 805. In which unit is it?");
    expect((await readQuestion("t,id,hr\n1,A,812\n2,A,798\n")).reasons.join(" ")).toContain("which does not fit what its name says");
  });

  it("shows the first rows as text, cut", async () => {
    const question = await readQuestion(`a,b\n${"x".repeat(50)},1\n${"y,2\n".repeat(20)}`);
    expect(question).toMatchObject({ fileName: "heart.csv", hasHeader: true });
    expect(question.firstRows).toHaveLength(8);
    expect(question.firstRows[0]).toEqual(["x".repeat(40), "1"]);
  });

  it("applies the answers", async () => {
    const roles = ["other", "patient", "time", "rate"] as const;
    const table = await readTable("9,A,1000,800\n9,A,2000,1000\n", { answers: { kind: "heart-rate", hasHeader: false, roles, unit: "rr-ms", timeKind: "milliseconds" } });
    expect(essence(table)).toEqual({
      unit: "rr-ms",
      timeKind: "milliseconds",
      patients: [{ id: "A", timeS: [1, 2], rateBpm: [75, 60], label: [UNLABELLED, UNLABELLED] }],
    });
    expect(table.columns.map(({ name }) => name)).toEqual(["column 1", "column 2", "column 3", "column 4"]);
  });

  it("reads a header the other way if told so", async () => {
    const answers = { kind: "heart-rate", hasHeader: true, roles: ["rate", "time"], unit: "bpm", timeKind: "seconds" } as const;
    const table = await readTable("70,1\n71,2\n72,3\n", { answers });
    expect([...table.patients[0].rateBpm]).toEqual([71, 72]);
    expect(table.columns.map(({ name }) => name)).toEqual(["70", "1"]);
  });

  it("numbers the rows where there is no time", async () => {
    const table = await readTable("id,hr\nA,70\nB,60\nA,71\n", { answers: { kind: "heart-rate", hasHeader: true, roles: ["patient", "rate"], unit: "bpm", timeKind: "row" } });
    expect(table.timeKind).toBe("row");
    expect(table.patients.map(({ timeS }) => [...timeS])).toEqual([[0, 1], [0]]);
    expect(codes(table)).toEqual({ "no-time-column": 1 });
  });

  it("applies to all files of the layout, and asks to open others apart", async () => {
    const answers = { kind: "heart-rate", hasHeader: true, roles: ["patient", "rate"], unit: "bpm", timeKind: "row" } as const;
    const one = csvFile("id,hr\nA,70\n", "one.csv");
    expect((await readTable([one, csvFile("id,hr\nB,70\n", "two.csv")], { answers })).patients).toHaveLength(2);
    expect(await readProblem([one, csvFile("id,a,b\nB,70,3\n", "two.csv")], { answers })).toMatchObject({ code: "several-layouts", place: { file: "two.csv" } });
  });

  it.each([
    ["import-answers", ["patient", "other"], "bpm", "row"],
    ["import-answers", ["rate", "rate"], "bpm", "row"],
    ["import-answers", ["rate"], "bpm", "row"],
    ["import-answers", ["time", "rate"], "bpm", "row"],
    ["raw-ecg", ["other", "rate"], "raw-ecg", "row"],
  ] as const)("refuses wrong answers: %s %j", async (code, roles, unit, timeKind) => {
    expect(await readProblem("a,b\n1,70\n2,71\n", { answers: { kind: "heart-rate", hasHeader: true, roles, unit, timeKind } })).toMatchObject({ code, place: { file: "heart.csv" } });
  });
});

describe("the job", () => {
  it("reports bytes over all files", async () => {
    const done: number[] = [];
    const files = [csvFile(PLAIN, "one.csv"), csvFile(PLAIN, "two.csv")];
    const control = { signal: new AbortController().signal, onProgress: (progress: { done: number; total: number }) => done.push(progress.done / progress.total), chunkBytes: 30 };
    await readHeartRateFiles(files, null, control);
    expect(done.at(-1)).toBe(1);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.length).toBe(2 * Math.ceil(PLAIN.length / 30));
  });

  it("rejects with the signal's reason, once aborted in mid-read", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const control = { signal: controller.signal, onProgress: () => controller.abort(reason), chunkBytes: 30 };
    await expect(readHeartRateFiles([csvFile(PLAIN)], null, control)).rejects.toBe(reason);
    await expect(readHeartRateFiles([csvFile(PLAIN)], null, control)).rejects.toBe(reason);
  });

  it("lets a timer run between chunks", async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    await read([csvFile(PLAIN.repeat(1))], { chunkBytes: 1 });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });
});
