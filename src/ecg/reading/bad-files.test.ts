import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MAX_LINE_BYTES } from "./file-bytes.ts";
import { csvFile, readProblem, readTable } from "./testing.ts";

const HEADER = "timestamp,patient_id,heart_rate,label\n";
const GOOD = "0.8,100,75,0\n1.6,100,76,1\n";

function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** A file that says it is 2 GB of the same byte, and counts what is read of it. */
class EndlessLine extends File {
  bytesRead = 0;
  override get size(): number {
    return 2 ** 31;
  }
  override slice(from = 0, to = this.size): Blob {
    this.bytesRead += to - from;
    return new Blob([new Uint8Array(to - from).fill(55)]);
  }
}

class MovedFile extends File {
  override slice(): Blob {
    const blob = new Blob([]);
    blob.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"));
    return blob;
  }
}

describe("files that are no table", () => {
  it.each<[string, string, string | Uint8Array<ArrayBuffer>]>([
    ["empty", "empty", ""],
    ["a byte order mark only", "empty", "\ufeff"],
    ["spaces and empty lines only", "empty", " \n\n  \n"],
    ["comments only", "empty", "# nothing\n# here\n"],
    ["only a header", "header-only", HEADER],
    ["a header and empty lines", "header-only", `${HEADER}\n,,,\n\n`],
    ["a PDF", "binary", "%PDF-1.7\n%âãÏÓ\n"],
    ["an Excel workbook", "binary", latin1("PK\x03\x04\x14\0\x06\0[Content_Types].xml")],
    ["a PNG", "binary", latin1("\x89PNG\r\n\x1a\n\0\0\0\rIHDR")],
    ["a DICOM file", "binary", latin1(`${"\0".repeat(128)}DICM\x02\0`)],
    ["an EDF recording", "binary", latin1(`0       ${"X".repeat(300)}`)],
    ["zeros", "binary", new Uint8Array(5000)],
    ["control characters", "binary", `${HEADER}0.8,100,75,0\n1.6,1\u000700,75,0\n`],
    ["HTML", "html", "<!DOCTYPE html>\n<html><body>Not found</body></html>"],
    ["HTML after spaces", "html", "\n  <html lang=en>"],
    ["JSON", "json", '[{"hr": 70}]'],
    ["a watch's ECG", "raw-ecg", 'Name,\nDate of Birth,"Feb 5, 1952"\nSample Rate,512 hertz\n\nLead,Lead I\nUnit,µV\n\n-99\n-106\n'],
    ["words", "header-only", "hello"],
    ["no numeric column", "no-numeric-column", "name,colour\nA,red\nB,blue\n"],
    ["a quote that is open from the first row of data", "malformed-quote", `${HEADER}0.8,"100,75,0\n1.6,100,76,1\n`],
    ["a quote that is open from the header", "malformed-quote", '"t,id,hr\n1,A,70\n2,A,71\n'],
    ["a quote that is open from the first row of a large file", "line-too-long", `${HEADER}0.8,"100,75,0\n${GOOD.repeat(50_000)}`],
    ["too many columns", "too-many-columns", `${"1,".repeat(1500)}1\n`.repeat(3)],
    ["broken UTF-16", "invalid-text", Uint8Array.of(0xff, 0xfe, 0x31, 0x00, 0x00, 0xdc, 0x0a, 0x00, 0x31)],
  ])("%s", async (_, code, content) => {
    const problem = await readProblem([csvFile(content, "bad.csv")]);
    expect(problem).toMatchObject({ code, place: { file: "bad.csv" } });
    expect(problem.sentence).toMatch(/^bad\.csv.*: .+\. .+\.$/);
  });

  it("one line of 2 GB, without reading it", async () => {
    const file = new EndlessLine([], "bad.csv");
    expect(await readProblem([file])).toMatchObject({ code: "line-too-long", place: { file: "bad.csv", line: 1 } });
    expect(file.bytesRead).toBe(MAX_LINE_BYTES);
  });

  it.each([
    ["a long line in the middle", "7".repeat(3 * MAX_LINE_BYTES)],
    ["a quote that is never closed", `"${"0.8,100,75,0\n".repeat(250_000)}`],
  ])("%s", async (_, long) => {
    expect(await readProblem(`${HEADER}${GOOD}${long}`)).toMatchObject({ code: "line-too-long", place: { line: 4 } });
  });

  it("a file that was moved meanwhile", async () => {
    expect(await readProblem([new MovedFile(["x"], "bad.csv")])).toMatchObject({ code: "unreadable-file", place: { file: "bad.csv" } });
  });

  it("no file at all", async () => {
    expect(await readProblem([])).toMatchObject({ code: "no-file" });
  });
});

describe("tables with a bad row", () => {
  it.each<[string, string, object]>([
    ["a row with too few cells", "2.4,100,77\n", { code: "ragged", place: { line: 4, value: "2.4 | 100 | 77" } }],
    ["a row with too many cells", "2.4,100,77,0,9\n", { code: "ragged", place: { line: 4 } }],
    ["a label that is none", "2.4,100,77,maybe\n", { code: "bad-label", place: { line: 4, column: "label", value: "maybe" } }],
    ["a label of 2", "2.4,100,77,2\n", { code: "bad-label", place: { line: 4, column: "label", value: "2" } }],
    ["text as a rate", "2.4,100,fast,0\n", { code: "bad-number", place: { line: 4, column: "heart_rate", value: "fast" } }],
    ["an infinite rate", "2.4,100,inf,0\n", { code: "bad-number", place: { line: 4, column: "heart_rate", value: "inf" } }],
    ["-Infinity", "2.4,100,-Infinity,0\n", { code: "bad-number", place: { line: 4, value: "-Infinity" } }],
    ["a number beyond doubles", "2.4,100,1e999,0\n", { code: "bad-number", place: { line: 4, value: "1e999" } }],
    ["a decimal comma in quotes", '2.4,100,"77,5",0\n', { code: "bad-number", place: { line: 4, value: "77,5" } }],
    ["a missing time", ",100,77,0\n", { code: "bad-time", place: { line: 4, column: "timestamp", value: "" } }],
    ["a time of another kind", "0:00:02,100,77,0\n", { code: "bad-time", place: { line: 4, column: "timestamp", value: "0:00:02" } }],
    ["no patient", "2.4,,77,0\n", { code: "missing-patient", place: { line: 4, column: "patient_id" } }],
    ["a repeated header", HEADER, { code: "repeated-header", place: { line: 4 } }],
    ["a repeated header in capitals", HEADER.toUpperCase(), { code: "repeated-header", place: { line: 4 } }],
    ["a repeated header of fewer columns", "timestamp,patient_id,heart_rate\n", { code: "repeated-header", place: { line: 4 } }],
    ["an open quote", '2.4,"100,77,0\n', { code: "malformed-quote", place: { line: 4 } }],
    ["text after a quote", '2.4,"1"00,77,0\n2.5,100,"76",0\n', { code: "malformed-quote", place: { line: 4 } }],
    ["a control character", "2.4,100\u0001,77,0\n", { code: "binary", place: { line: 4 } }],
  ])("%s", async (_, row, expected) => {
    const problem = await readProblem(`${HEADER}${GOOD}${row}`);
    expect(problem).toMatchObject(expected);
    expect(problem.sentence).toMatch(/^heart\.csv, line 4.*: .+\. .+\.$/);
  });

  it("names the line as an editor counts it, with line breaks in quotes and any line end", async () => {
    const lines = ["# comment", "t,id,hr,note", '1,A,70,"two', 'lines"', "", "2,A,70,x", "3,A,bad,x", ""];
    for (const lineEnd of ["\n", "\r\n", "\r"]) {
      expect(await readProblem(lines.join(lineEnd))).toMatchObject({ code: "bad-number", place: { line: 7, column: "hr" } });
    }
  });

  it("does not speak of other times where the first is none that is known", async () => {
    const problem = await readProblem("t,hr\n10:00:00 AM,70\n10:00:01 AM,71\n");
    expect(problem).toMatchObject({ code: "bad-time", place: { line: 2, column: "t", value: "10:00:00 AM" } });
    expect(problem.sentence).toContain("Write all times in seconds, in milliseconds, as h:mm:ss or as 2024-03-01 12:00:00.");
  });

  it("cuts the value to 40 characters in its sentence", async () => {
    const { sentence } = await readProblem(`${HEADER}${GOOD}2.4,100,${"x".repeat(100)},0\n`);
    expect(sentence).toContain(`value “${"x".repeat(40)}…”`);
    expect(sentence).not.toContain("x".repeat(41));
  });

  it.each([
    ["zero", "0"],
    ["negative", "-800"],
    ["so short that no rate can be told", "1e-320"],
  ])("an RR interval that is %s", async (_, cell) => {
    expect(await readProblem(`t,id,rr\n1,A,800\n2,A,810\n3,A,${cell}\n`)).toMatchObject({ code: "bad-interval", place: { line: 4, column: "rr", value: cell } });
  });

  it("a rate beyond 0–1 after the first megabyte of scaled ones", async () => {
    const header = ",cycle_id,timestamp,time_gap,heart_rate,patient_id,hr_diff,hr_diff_4,peak_label,label\n";
    const rows = 40_000;
    const scaled = Array.from({ length: rows }, (_, i) => `${i},5,${i},1,0.5,101,0.1,0.1,0,0\n`).join("");
    const problem = await readProblem(`${header}${scaled}${rows},5,${rows},1,72,101,0.1,0.1,0,0\n`);
    expect(problem).toMatchObject({ code: "mixed-scale", place: { line: rows + 2, column: "heart_rate", value: "72" } });
  });

  it("a patient without any heart rate", async () => {
    expect(await readProblem("t,id,hr\n1,A,70\n2,B,\n3,B,NA\n")).toMatchObject({ code: "no-known-rate", place: { file: "heart.csv", line: 3 } });
  });

  it("bytes that are no UTF-8, once the beginning was", async () => {
    const start = new TextEncoder().encode(HEADER + "0.8,Zoë,75,0\n".repeat(90_000));
    const bytes = new Uint8Array(start.length + 1);
    bytes.set(start);
    bytes[start.length] = 0xe9;
    expect(await readProblem([csvFile(bytes)])).toMatchObject({ code: "invalid-text" });
  });

  it("Windows-1252 is read, and said", async () => {
    const table = await readTable([csvFile(latin1("t,id,hr\n1,Ren\xe9,70\n2,Ren\xe9,71\n"))]);
    expect(table.patients[0].patientId).toBe("René");
    expect(table.findings).toMatchObject([{ code: "other", count: 1 }]);
  });
});

describe("hostile names", () => {
  it("treats names of built-in properties as plain texts", async () => {
    const table = await readTable("t,id,hr,__proto__,constructor\n1,__proto__,70,toString,x\n2,constructor,71,hasOwnProperty,y\n");
    expect(table.patients.map(({ patientId }) => patientId)).toEqual(["__proto__", "constructor"]);
    expect(table.patients[0].extra.map(({ name }) => name)).toEqual(["__proto__", "constructor"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

it("the sample with its lines doubled is refused at the second header", async () => {
  const sample = readFileSync(new URL("../../../public/samples/heart-rate.csv", import.meta.url), "utf8");
  expect(await readProblem(sample + sample)).toMatchObject({ code: "repeated-header", place: { line: 12155 } });
});
