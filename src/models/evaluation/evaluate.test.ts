import { describe, expect, it } from "vitest";
import { readHeartRateFiles } from "../../ecg/reading/read-heart-rate.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../artifacts/node-artifacts.ts";
import { quietControl } from "../fixtures/quiet-control.ts";
import { readSampleTable } from "../fixtures/sample-table.ts";
import { meta as isolationForest } from "../isolation-forest/meta.ts";
import { meta as rollingMedian } from "../rolling-median/meta.ts";
import type { ModelCard } from "../card.ts";
import { evaluate } from "./evaluate.ts";
import { evaluationText } from "./evaluation-text.ts";
import { measuredCard } from "./measured-card.ts";

const readArtifact = readArtifactsFrom(SHIPPED_MODELS);
const options = { ...quietControl(), detectors: [rollingMedian, isolationForest], readArtifact };

describe("evaluate", async () => {
  const table = await readSampleTable();
  const evaluation = await evaluate(table, options);

  it("describes the data and has one entry per detector and patient", () => {
    expect(evaluation.data).toMatchObject({ file: "heart-rate.csv", rows: 12153, patients: 6, anomalous: 82 });
    expect(evaluation.data.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(evaluation.detectors.map(({ id }) => id)).toEqual(["rolling-median", "isolation-forest"]);
    for (const { perPatient } of evaluation.detectors) {
      expect(perPatient.map(({ patientId }) => patientId)).toEqual(["100", "103", "105", "111", "117", "231"]);
      expect(perPatient.reduce((sum, row) => sum + row.true, 0)).toBe(82);
    }
  });

  it("is the same through JSON", () => {
    expect(JSON.parse(JSON.stringify(evaluation))).toEqual(evaluation);
  });

  it("says in words what it measured, in columns that line up", () => {
    const lines = evaluationText(evaluation).split("\n");
    expect(lines[0]).toBe("heart-rate.csv: 12,153 rows of 6 patients, 82 anomalous");
    const header = lines.find((line) => line.startsWith("Detector")) ?? "";
    const forest = lines.find((line) => line.startsWith("isolation-forest  ")) ?? "";
    const { precision } = evaluation.detectors[1];
    expect(forest.indexOf(precision?.toFixed(3) ?? "-")).toBe(header.indexOf("Precision"));
  });

  it("refuses a file without labels", async () => {
    const bytes = "timestamp,patient_id,heart_rate\n0,1,60\n1,1,62\n2,1,61\n";
    const outcome = await readHeartRateFiles([new File([bytes], "plain.csv")], null, quietControl());
    if (outcome.kind === "question") throw new Error("The file should be clear.");
    await expect(evaluate(outcome.table, options)).rejects.toMatchObject({ code: "no-labels", place: { file: "plain.csv" } });
  });

  it("fills a card with what was measured, and refuses one that is not the detector's", async () => {
    const card = JSON.parse(new TextDecoder().decode(await readArtifact("rolling-median/card.json"))) as ModelCard;
    const data = { ...evaluation.data, name: "heart-rate/test" };
    const [rule, forest] = evaluation.detectors;
    const { metrics } = measuredCard(card, rule, data);
    expect(metrics?.evaluatedOn).toEqual({ name: "heart-rate/test", sha256: evaluation.data.sha256, rows: 12153, patients: 6 });
    expect(metrics?.f1).toEqual({ value: rule.f1, interval: rule.intervals.f1 });
    expect(() => measuredCard(card, forest, data)).toThrow("Train it again");
  });
});
