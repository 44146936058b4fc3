import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CLASSES } from "../src/ecg/beats/classes.ts";

const project = fileURLToPath(new URL("..", import.meta.url));
const samples = fileURLToPath(new URL("../public/samples/", import.meta.url));

const predict = (cwd: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/predict.ts", ...args], { cwd: project, env: { ...process.env, INIT_CWD: cwd }, maxBuffer: 2 ** 26 });

/** Heart rates of one patient, an anomaly among them, other ones for each file. */
const table = (file: number) => ["time,patient_id,heart_rate", ...Array.from({ length: 60 }, (_, row) => `${row * 0.8},p${file},${row === 20 + file ? 150 : 75 + ((row * 7 + file) % 5)}`)].join("\n");

interface HeartRateAnswer {
  readonly patients: readonly { readonly patientId: string; readonly predicted: readonly (boolean | null)[] }[];
}

describe("npm run predict", { timeout: 120_000 }, () => {
  let folder: string;
  let names: readonly string[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "predict-"));
    names = Array.from({ length: 7 }, (_, file) => `${file}.csv`);
    for (const [file, name] of names.entries()) await writeFile(join(folder, name), table(file));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const answersIn = async (out: string) => new Map(await Promise.all((await readdir(join(folder, out))).sort().map(async (name) => [name, await readFile(join(folder, out, name), "utf8")] as const)));

  it("gives in four shards side by side what it gives in one run", async () => {
    await Promise.all([predict(folder, "rolling-median", ...names, "--out", "whole"), ...[0, 1, 2, 3].map((shard) => predict(folder, "rolling-median", ...names, "--shard", `${shard}/4`, "--out", "shards"))]);
    const whole = await answersIn("whole");
    expect([...whole.keys()]).toEqual(names.map((name) => `${name}.json`));
    expect(await answersIn("shards")).toEqual(whole);
    const { patients: [patient] } = JSON.parse(whole.get("3.csv.json") ?? "") as HeartRateAnswer;
    expect(patient.patientId).toBe("p3");
    expect(patient.predicted[23]).toBe(true);
    expect(patient.predicted.filter((predicted) => predicted === true).length).toBeLessThan(3);
  });

  it("passes over what is answered, answers the rest when one cannot be, and says which with status 1", async () => {
    await writeFile(join(folder, "list.txt"), `${names.join("\n")}\n`);
    await writeFile(join(folder, "2.csv"), "time,heart_rate\n0,seventy\n");
    await predict(folder, "rolling-median", "0.csv", "--csv", "--out", "out");
    await writeFile(join(folder, "out", "0.csv.csv"), "kept");
    await expect(predict(folder, "rolling-median", "--list", "list.txt", "--csv", "--out", "out")).rejects.toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/2\.csv: .*\n$/) as string });
    const answers = await answersIn("out");
    expect([...answers.keys()]).toEqual(names.filter((name) => name !== "2.csv").map((name) => `${name}.csv`));
    expect(answers.get("0.csv.csv")).toBe("kept");
    expect(answers.get("1.csv.csv")).toMatch(/^time,patient_id,heart_rate,score,prediction,verdict\n/);
  });

  it("answers for a WFDB record as the app does: beats, classes, events", async () => {
    const { stdout } = await predict(samples, "arrhythmia", "recording.hea");
    const answer = JSON.parse(stdout) as { readonly lead: string; readonly beats: { readonly sample: readonly number[]; readonly predicted: readonly string[]; readonly probabilities: Readonly<Record<string, readonly number[]>> }; readonly events: readonly { readonly kind: string }[] };
    expect(answer.lead).toBe("MLII");
    const { sample, predicted, probabilities } = answer.beats;
    expect(sample.length).toBeGreaterThan(880);
    expect(Object.keys(probabilities)).toEqual(CLASSES.aami.map(({ code }) => code));
    for (const beat of [0, 10, 500]) {
      const own = CLASSES.aami.map(({ code }) => probabilities[code][beat]);
      expect(own.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 4);
      expect(predicted[beat]).toBe(CLASSES.aami[own.indexOf(Math.max(...own))].code);
    }
    expect(answer.events.map(({ kind }) => kind)).toContain("ventricular-tachycardia");
  });

  it("says with status 2 what is wrong with the call, and answers nothing", async () => {
    const refused = (...args: string[]) => expect(predict(folder, ...args)).rejects;
    await refused("no-such-model", "0.csv").toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("Choose one of") as string });
    await refused("rolling-median", "0.csv", "--shard", "4/4").toMatchObject({ code: 2, stderr: expect.stringContaining("value “4/4”") as string });
    await refused("rolling-median", "0.csv", "1.csv", "--csv").toMatchObject({ code: 2, stderr: expect.stringContaining("--out DIR") as string });
    await refused("rolling-median", "0.csv", "--set", "speed=3").toMatchObject({ code: 2, stderr: expect.stringContaining("has no parameter “speed”") as string });
  });
});
