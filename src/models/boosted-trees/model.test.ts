import { describe, expect, it } from "vitest";
import { samplesOf } from "../../ecg/beats/table.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../artifacts/node-artifacts.ts";
import type { BeatModelCard } from "../card.ts";
import { defaultParameters, type DetectorOptions } from "../detector.ts";
import { quietControl } from "../fixtures/quiet-control.ts";
import { readSampleBeats } from "../fixtures/sample-beats.ts";
import { decodeTrees, encodeTrees, TREES_FILE_NAME } from "./artifact.ts";
import { FEATURE_NAMES } from "./features.ts";
import { meta } from "./meta.ts";
import { explainScore, model } from "./model.ts";
import { binBeats, classScores } from "./score.ts";

const readArtifact = readArtifactsFrom(SHIPPED_MODELS);
const options = (changes: Partial<DetectorOptions> = {}): DetectorOptions => ({ ...quietControl(), parameters: {}, readArtifact, ...changes });

describe("the shipped trees", { timeout: 60_000 }, async () => {
  const { beats } = await readSampleBeats("heartbeats.csv");
  const bytes = await readArtifact(`${meta.id}/${TREES_FILE_NAME}`);
  const { outputs, ...run } = await model.run(beats, options());
  const probabilitiesOf = (beat: number) => outputs.subarray(beat * 5, beat * 5 + 5);

  it.each([
    { beat: 0, known: [0.98059815, 0.0017037079, 0.016977312, 0.00022576131, 0.00049505784] },
    { beat: 1, known: [0.00037268156, 0.99933559, 0.0002886095, 0.0000018266132, 0.0000013179462] },
    { beat: 4, known: [0.000020123736, 6.5885433e-7, 0.0000016233233, 4.5669918e-8, 0.99997753] },
    { beat: 21, known: [0.0000018319246, 0.0000032085495, 0.99999404, 6.7933928e-7, 2.6260477e-7] },
    { beat: 46, known: [0.000021445692, 0.000001020528, 0.000033895703, 0.99994355, 5.9557543e-8] },
  ])("answer for beat $beat of the sample what they answered when they were trained", ({ beat, known }) => {
    probabilitiesOf(beat).forEach((probability, k) => expect(Math.abs(probability - known[k])).toBeLessThan(1e-6));
  });

  it("give probabilities that sum to 1, and no NaN", () => {
    for (let beat = 0; beat < beats.count; beat++) expect(probabilitiesOf(beat).reduce((sum, own) => sum + own)).toBeCloseTo(1, 5);
    expect(run).toMatchObject({ threshold: null, backend: "JavaScript", warnings: [] });
    expect(run.modelHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("name the class of 98 in 100 beats of the sample", () => {
    const right = beats.label.filter((own, beat) => probabilitiesOf(beat)[own] === Math.max(...probabilitiesOf(beat))).length;
    expect(right / beats.count).toBeGreaterThan(0.98);
  });

  it("answer for an all-constant beat, alone as among others, and for no beat at all", async () => {
    const flat = await model.run({ count: 1, samplesPerBeat: 187, samples: new Float32Array(187) }, options());
    expect(flat.outputs.reduce((sum, own) => sum + own)).toBeCloseTo(1, 5);
    const alone = await model.run({ count: 1, samplesPerBeat: 187, samples: samplesOf(beats, 700) }, options());
    expect(alone.outputs).toEqual(probabilitiesOf(700));
    expect((await model.run({ count: 0, samplesPerBeat: 187, samples: new Float32Array(0) }, options())).outputs).toHaveLength(0);
  });

  it("are explained by values that add up to the score", async () => {
    const trees = decodeTrees(bytes, "").model;
    for (const index of [0, 1, 21, 46]) {
      const beat = { count: 1, samplesPerBeat: 187, samples: samplesOf(beats, index) };
      const classIndex = beats.label[index];
      const [score] = classScores(trees, binBeats(trees, beat, { from: 0, to: 1 }))[classIndex];
      const { mean, attributions } = explainScore(trees, beat, classIndex);
      expect(attributions.reduce((sum, value) => sum + value, mean)).toBeCloseTo(score, 6);

      const explanation = await model.explain(beat.samples, classIndex, options());
      if (explanation.kind !== "attribution") throw new Error(explanation.kind);
      expect(explanation.method).toContain("TreeSHAP");
      expect(explanation.values).toHaveLength(187);
      expect(explanation.values.reduce((sum, value) => sum + value, mean)).toBeCloseTo(score, 3);
    }
  });

  it("refuse beats of another length, and say when their file is broken", async () => {
    const short = { count: 2, samplesPerBeat: 140, samples: new Float32Array(280) };
    await expect(model.run(short, options())).rejects.toMatchObject({ code: "wrong-beat-length" });
    await expect(model.explain(new Float32Array(140), 0, options())).rejects.toMatchObject({ code: "wrong-beat-length" });
    await expect(model.run(beats, options({ readArtifact: () => Promise.resolve(bytes.slice(0, 1000)) }))).rejects.toMatchObject({ code: "broken-model", place: { file: "boosted-trees/trees.bin" } });
  });

  it("stop when they are cancelled", async () => {
    const many = { count: 60_000, samplesPerBeat: 187, samples: new Float32Array(60_000 * 187) };
    await expect(model.run(many, options({ signal: AbortSignal.abort(new Error("enough")) }))).rejects.toThrow("enough");
  });

  it("are the ones the card describes, in a file that is written the same again, small enough to ship", async () => {
    const card = JSON.parse(new TextDecoder().decode(await readArtifact(`${meta.id}/card.json`))) as BeatModelCard;
    expect(card.parameters).toEqual(defaultParameters({ parameters: meta.training }));
    const file = decodeTrees(bytes, "");
    expect(file.features).toEqual(FEATURE_NAMES);
    expect(Buffer.compare(encodeTrees(file), new Uint8Array(bytes))).toBe(0);
    expect(bytes.byteLength).toBeLessThan(800_000);
  });
});
