import { readFileSync } from "node:fs";
import { basename } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { readWfdb } from "../../ecg/reading/recording/wfdb/read-wfdb.ts";
import { resample } from "../../ecg/signal/resample.ts";
import { prepareLeads } from "../../ecg/twelve-lead/prepare.ts";
import { layersModelFiles, loadLayersModel } from "../artifacts/layers-model.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../artifacts/node-artifacts.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import type { TwelveLeadCard } from "../card.ts";
import { quietControl } from "../fixtures/quiet-control.ts";
import { SUPERCLASSES, type TwelveLeadInput } from "../recording-model.ts";
import { openClassifier, predictNetwork } from "./classifier.ts";
import { CLASSIFIER_FORMAT, encodeClassifierFile } from "./classifier-file.ts";
import { PTB_XL_RECORDS } from "./fixtures/ptb-xl-records.ts";
import { imputationFrom, metadataOf, NETWORK_INPUTS, NETWORK_OUTPUT, signalsOf } from "./inputs.ts";
import { diagnose } from "./model.ts";

/** NORM, MI, STTC, CD, HYP: the network's computed from the shipped weights in NumPy; the whole model's as it shipped. */
const KNOWN = {
  normal: { network: [0.670203, 0.127612, 0.147616, 0.207436, 0.074498], model: [0.934994, 0.001666, 0.014165, 0.0025, 0] },
  bundleBranchBlock: { network: [0.096525, 0.435558, 0.381892, 0.678785, 0.247515], model: [0.009166, 0.024165, 0.025831, 0.986665, 0.054998] },
} as const;

const readArtifact = readArtifactsFrom(SHIPPED_MODELS);
const options = () => ({ ...quietControl(), parameters: {}, readArtifact });

async function record(name: keyof typeof PTB_XL_RECORDS): Promise<TwelveLeadInput> {
  const { path, patient } = PTB_XL_RECORDS[name];
  const files = ["hea", "dat"].map((extension) => new File([readFileSync(`${path}.${extension}`)], `${basename(path)}.${extension}`));
  const { leads, samplingRateHz } = await readWfdb(files, quietControl());
  return { leads: leads.map(({ samplesMv }) => samplesMv), samplingRateHz, patient };
}

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await tf.setBackend("wasm");
});

describe("the shipped twelve-lead model", { timeout: 120_000 }, () => {
  it.each(["normal", "bundleBranchBlock"] as const)("has a network that gives the known probabilities for the %s record", async (name) => {
    const input = await record(name);
    const { model } = await loadLayersModel(readArtifact, "twelve-lead", { input: NETWORK_INPUTS.signals.shape, output: NETWORK_OUTPUT });
    const probabilities = await predictNetwork(model, signalsOf(prepareLeads(input.leads, 100)), metadataOf(input.patient, imputationFrom([])));
    probabilities.forEach((probability, k) => expect(Math.abs(probability - KNOWN[name].network[k])).toBeLessThan(1e-4));
    model.dispose();
  });

  it.each(["normal", "bundleBranchBlock"] as const)("gives the known probabilities for the %s record", async (name) => {
    const { probabilities } = await diagnose(await record(name), options());
    probabilities.forEach((probability, k) => expect(Math.abs(probability - KNOWN[name].model[k])).toBeLessThan(1e-4));
  });

  it("names a normal ECG and a bundle branch block, and leaves no tensor behind", async () => {
    const [normal, block] = [await record("normal"), await record("bundleBranchBlock")];
    const said = async (input: TwelveLeadInput) => {
      const { probabilities, thresholds } = await diagnose(input, options());
      return SUPERCLASSES.filter((_, k) => probabilities[k] >= thresholds[k]).map(({ code }) => code);
    };
    expect(await said(normal)).toEqual(["NORM"]);
    const before = tf.memory().numTensors;
    expect(await said(block)).toEqual(["CD"]);
    expect(tf.memory().numTensors).toBe(before);
  });

  it("says what was imputed and what was added, and runs at other rates", async () => {
    const input = await record("bundleBranchBlock");
    const whole = await diagnose(input, options());
    expect(whole).toMatchObject({ imputed: [], warnings: [] });
    expect(whole.modelHash).toMatch(/^[0-9a-f]{64}$/);

    const faster = { ...input, samplingRateHz: 500, leads: input.leads.map((lead) => resample(lead, { samplingRateHz: 100, targetRateHz: 500 })) };
    (await diagnose(faster, options())).probabilities.forEach((own, k) => expect(Math.abs(own - whole.probabilities[k])).toBeLessThan(0.1));

    const short = { ...input, leads: input.leads.map((lead) => lead.subarray(0, 700)), patient: { ageYears: null, sex: null, heightCm: null, weightKg: 70 } };
    const { imputed, warnings } = await diagnose(short, options());
    expect(imputed).toEqual(["age", "sex", "height"]);
    expect(warnings).toEqual([expect.stringContaining("7.0 s")]);
  });

  it("refuses what is no twelve-lead ECG in a sentence", async () => {
    const input = await record("normal");
    await expect(diagnose({ ...input, leads: input.leads.slice(0, 2) }, options())).rejects.toMatchObject({ code: "not-twelve-leads" });
    await expect(diagnose({ ...input, leads: input.leads.map((lead) => lead.subarray(0, 400)) }, options())).rejects.toMatchObject({ code: "too-short" });
    await expect(diagnose({ ...input, leads: input.leads.map((lead) => new Float32Array(lead.length)) }, options())).rejects.toMatchObject({ code: "no-beats" });
  });

  it("has a card whose thresholds it uses, and that says how few records it saw", async () => {
    const card = JSON.parse(new TextDecoder().decode(await readArtifact("twelve-lead/card.json"))) as TwelveLeadCard;
    const classifier = await openClassifier(readArtifact);
    expect(Object.values(card.thresholds)).toEqual(classifier.file.thresholds);
    expect(Object.keys(card.thresholds)).toEqual(classifier.file.classes);
    expect(card.limits[0]).toContain(`only ${card.trainedOn.rows} records`);
    expect(card.trainedOn.folds).not.toContain(9);
    expect(card.metrics?.evaluatedOn.folds).toEqual([9]);
    classifier.dispose();
  });
});

describe("a network in the place of ours", { timeout: 120_000 }, () => {
  const alone = encodeClassifierFile({
    format: CLASSIFIER_FORMAT, classes: SUPERCLASSES.map(({ code }) => code), thresholds: [0.5, 0.5, 0.5, 0.5, 0.5], imputation: imputationFrom([]), networkShare: 1, trees: null,
  });

  it("answers alone", async () => {
    const readAlone = (path: string) => (path === "twelve-lead/classifier.json" ? Promise.resolve(new Uint8Array(alone).buffer) : readArtifact(path));
    const { probabilities } = await diagnose(await record("normal"), { ...options(), readArtifact: readAlone });
    probabilities.forEach((probability, k) => expect(Math.abs(probability - KNOWN.normal.network[k])).toBeLessThan(1e-4));
  });

  it("is refused with other inputs", async () => {
    const signals = tf.input({ name: "signals", shape: [1000, 12] });
    const output = tf.layers.dense({ units: 5, activation: "sigmoid" }).apply(tf.layers.flatten().apply(signals)) as tf.SymbolicTensor;
    const network = tf.model({ inputs: signals, outputs: output });
    const files = (await layersModelFiles(network)).set("classifier.json", alone);
    network.dispose();
    const readOther = (path: string) => Promise.resolve(new Uint8Array(files.get(path.replace("twelve-lead/", "")) ?? []).buffer);
    await expect(openClassifier(readOther)).rejects.toMatchObject({ code: "unexpected-model-shape", message: expect.stringContaining("metadata [any,7]") as string });
  });
});
