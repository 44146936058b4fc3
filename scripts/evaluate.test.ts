import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { DETECTORS } from "../src/models/catalog.ts";
import type { Evaluation } from "../src/models/evaluation/evaluate.ts";

const project = fileURLToPath(new URL("..", import.meta.url));
const sampleFolder = fileURLToPath(new URL("../public/samples/", import.meta.url));

/** As `npm run -s evaluate -- …` typed in the samples' folder. */
const evaluate = (...args: string[]) =>
  promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/evaluate.ts", ...args], {
    cwd: project,
    env: { ...process.env, INIT_CWD: sampleFolder },
  });

describe("npm run evaluate", () => {
  it("prints one JSON object and nothing else, for a path from where the user stands", async () => {
    const { stdout } = await evaluate("heart-rate", "heart-rate.csv", "--json");
    const { data, detectors } = JSON.parse(stdout) as Evaluation;
    expect(data).toMatchObject({ file: "heart-rate.csv", rows: 12153, patients: 6, anomalous: 82 });
    expect(detectors.map(({ id }) => id)).toEqual(DETECTORS.map(({ id }) => id));
    expect(detectors.find(({ id }) => id === "rolling-median")?.recall).toBeGreaterThan(0.9);
  }, 120_000);

  it("says in a sentence what is wrong, and fails", async () => {
    await expect(evaluate("heart-rate", "none.csv")).rejects.toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/none\.csv: the file cannot be opened\. Check its path\.\n$/) as string,
    });
    await expect(evaluate("--json")).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("Usage: npm run evaluate") as string });
  }, 120_000);
});
