import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HeartRateTable } from "../heart-rate/table.ts";
import type { ImportAnswers } from "../reading/import-guess.ts";
import { readHeartRateFiles } from "../reading/read-heart-rate.ts";
import { exportFileName, predictionsCsv } from "./predictions-csv.ts";

const quiet = { signal: new AbortController().signal, onProgress: () => undefined };

async function readText(content: string | readonly string[], answers: ImportAnswers | null = null): Promise<HeartRateTable> {
  const files = [content].flat().map((text, i) => new File([text], `ward-${i}.csv`));
  const outcome = await readHeartRateFiles(files, answers, quiet);
  if (outcome.kind === "question") throw new Error(outcome.question.reasons.join(" "));
  return outcome.table;
}

/** A score for each row but the first: the row's place in the input over 10. */
function scoresOf({ patients }: HeartRateTable): Float32Array[] {
  return patients.map(({ sourceRow }) => Float32Array.from(sourceRow, (source, row) => (row === 0 ? NaN : source / 10)));
}

async function written(table: HeartRateTable, verdictOf: (patient: number, row: number) => string = () => ""): Promise<string> {
  const { columns, timeKind, patients } = table;
  return (await predictionsCsv({ columns, timeKind, patients, scores: scoresOf(table), threshold: 0.3, verdictOf }, quiet)).text();
}

/** The rows as the export gives them back, without header and our three columns. */
const inputCells = (csv: string) => csv.trimEnd().split("\n").slice(1).map((line) => line.split(",").slice(0, -3).join(","));

describe("predictionsCsv", () => {
  it("keeps the input's columns and row order, though patients are split and times out of order", async () => {
    const table = await readText("note,HR (bpm),id,t,label\nfirst,60,007,0.5,0\n,70.5,b,3,1\nlate,61,007,2.5,0\nearly,62,007,1.5,\n,71,b,4,0\n");
    expect(await written(table)).toBe(
      "note,HR (bpm),id,t,label,score,prediction,verdict\n" +
      "first,60,007,0.5,0,,,\n" +
      ",70.5,b,3,1,,,\n" +
      "late,61,007,2.5,0,0.2,0,\n" +
      "early,62,007,1.5,,0.3,1,\n" +
      ",71,b,4,0,0.4,1,\n",
    );
  });

  it("writes the verdict on every row that has one", async () => {
    const table = await readText("timestamp,patient_id,heart_rate\n1,a,60\n2,a,61\n3,a,62\n");
    expect(await written(table, (patient, row) => (patient === 0 && row > 0 ? "accepted" : ""))).toContain("2,a,61,0.1,0,accepted\n3,a,62,0.2,0,accepted\n");
  });

  it.each([
    ["a filled gap stays empty", "timestamp,patient_id,heart_rate\n1,a,60\n2,a,\n3,a,64\n4,a,66\n"],
    ["milliseconds", "time (ms),patient_id,heart_rate\n1700000000123,a,60\n1700000000999,a,61\n1700000002001,a,62\n"],
    ["clock times, over midnight", "time,patient_id,heart_rate\n22:59:59,a,60\n23:00:00.250,a,61\n"],
    ["ISO dates to the microsecond", "time,patient_id,heart_rate\n2026-11-21T08:00:00.123456Z,a,60\n2026-11-21T08:00:01Z,a,61\n"],
    ["RR intervals", "timestamp,patient_id,rr_ms\n0.8,a,801.5\n1.6,a,798\n2.4,a,790\n3.2,a,811\n"],
    [
      "the preprocessed form, scaled",
      ",cycle_id,timestamp,time_gap,heart_rate,patient_id,hr_diff,hr_diff_4,peak_label,label\n" +
      "4,0,0.8,0.8,0.5,100,,,0,0\n5,1,1.6,0.8,0.75,100,0.25,,1,1\n6,2,2.4,0.8,0.5,100,0.25,0.125,0,0\n",
    ],
  ])("gives back: %s", async (_, text) => {
    expect(inputCells(await written(await readText(text)))).toEqual(text.trimEnd().split("\n").slice(1));
  });

  it("adds no column for a time or a patient that the input has not", async () => {
    const table = await readText("heart_rate,label\n60,0\n61,1\n62,0\n", { kind: "heart-rate", hasHeader: true, roles: ["rate", "label"], unit: "bpm", timeKind: "row" });
    expect((await written(table)).split("\n").slice(0, 2)).toEqual(["heart_rate,label,score,prediction,verdict", "60,0,,,"]);
  });

  it("gives back each file's own rates where RR intervals and bpm are opened together", async () => {
    const rr = "timestamp,patient_id,rr_ms\n0.8,a,800\n1.6,a,810\n2.4,a,790\n";
    const bpm = "timestamp,patient_id,heart_rate\n1,b,60\n2,b,61\n3,b,62\n";
    const cells = inputCells(await written(await readText([rr, bpm])));
    expect([cells[0], cells[3]]).toEqual(["0.8,a,800,75", "1,b,,60"]);
  });

  it("makes formulas inert, in cells, IDs and column names", async () => {
    const csv = await written(await readText("timestamp,patient_id,heart_rate,=note\n1,@a,60,=1+1\n2,@a,61,-2\n3,@a,62,\"=cmd|'/C calc'!A0, x\"\n"));
    expect(csv.split("\n").slice(0, 4)).toEqual([
      "timestamp,patient_id,heart_rate,'=note,score,prediction,verdict",
      "1,'@a,60,'=1+1,,,",
      "2,'@a,61,-2,0.1,0,",
      `3,'@a,62,"'=cmd|'/C calc'!A0, x",0.2,0,`,
    ]);
  });

  it("reports rows, and stops between parts once aborted", async () => {
    const { columns, timeKind, patients } = await readText(`timestamp,heart_rate\n${Array.from({ length: 45_000 }, (_, i) => `${i},60\n`).join("")}`);
    const input = { columns, timeKind, patients, scores: [new Float32Array(45_000)], threshold: 1, verdictOf: () => "" };
    const done: number[] = [];
    const controller = new AbortController();
    const onProgress = ({ done: rows }: { done: number }) => {
      done.push(rows);
      if (rows === 40_000) controller.abort();
    };
    await expect(predictionsCsv(input, { signal: controller.signal, onProgress })).rejects.toHaveProperty("name", "AbortError");
    expect(done).toEqual([20_000, 40_000]);
  });
});

describe("an export that is opened again", () => {
  const shape = ({ unit, timeKind, labelled, rows, patients }: HeartRateTable) => ({
    unit, timeKind, labelled, rows,
    patients: patients.map(({ extra, ...series }) => ({ ...series, flags: [...series.flags], extra: [] })),
  });

  it("is the same table, the sample's 12,153 rows, with our columns kept as columns of the input", async () => {
    const sample = await readText(readFileSync(new URL("../../../public/samples/heart-rate.csv", import.meta.url), "utf8"));
    const exported = await written(sample);
    const again = await readText(exported);
    expect(shape(again)).toEqual(shape(sample));
    expect(again.columns.slice(4)).toEqual(["score", "prediction", "verdict"].map((name) => ({ name, role: "other" })));
    const kept = again.patients[1].extra.find(({ name }) => name === "score");
    expect(kept?.kind === "number" && Float32Array.from(kept.values)).toEqual(scoresOf(sample)[1]);
    const twice = await written(again);
    expect(twice.slice(0, twice.indexOf("\n"))).toBe("timestamp,patient_id,heart_rate,label,score,prediction,verdict,score (2),prediction (2),verdict (2)");
  });

  it("is the same table, whatever the table", async () => {
    const row = fc.record({
      patient: fc.constantFrom("007", "a b", "@x", '"q"', "é"),
      lateMs: fc.integer({ min: 0, max: 5 }).map((steps) => 400 * steps),
      rate: fc.option(fc.double({ min: 55, max: 160, noNaN: true }), { freq: 6 }),
      label: fc.constantFrom("0", "1", ""),
      note: fc.constantFrom("", "5", "007", "x, y", 'say "hi"', "0.1"),
    });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 4, maxLength: 25 }), async (rows) => {
        const known = new Set<string>();
        const lines = rows.map(({ patient, lateMs, rate, label, note }, i) => {
          const value = rate ?? (known.has(patient) ? "" : 70.25);
          known.add(patient);
          return [(800 * i + lateMs) / 1000, quoted(patient), value, label, quoted(note)].join(",");
        });
        const table = await readText(`time (s),patient_id,heart_rate,label,note\n${lines.join("\n")}\n`);
        const again = await readText(await written(table));
        const inert = (id: string) => (id === "@x" ? "'@x" : id);
        const { patients, ...rest } = shape(table);
        expect(shape(again)).toEqual({ ...rest, patients: patients.map((series) => ({ ...series, patientId: inert(series.patientId) })) });
      }),
      { numRuns: 60 },
    );
  });
});

it.each([
  ["ward 3.csv", "ward-3-predictions.csv"],
  ["../../etc/passwd", "etc-passwd-predictions.csv"],
  ["Überwachung.tar.gz", "Überwachung.tar-predictions.csv"],
  ["...", "heart-rate-predictions.csv"],
])("names the export of %j %j", (name, expected) => expect(exportFileName(name, "predictions", "csv")).toBe(expected));
