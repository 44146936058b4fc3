import { describe, expect, it } from "vitest";
import { CLASSES } from "../../../ecg/beats/classes.ts";
import { testBeatCheck, testBeats } from "../../beats/testing.ts";
import { beatAgreement } from "./beat-agreement.ts";

const beats = testBeats([0, 0, 0], null);
const oneHot = (...classes: number[]) => classes.flatMap((index) => [0, 1, 2, 3, 4].map((each) => (each === index ? 1 : 0)));
const errors = [1, 5, 9];
const autoencoder = (threshold: number) => testBeatCheck(beats, errors, { detectorId: "conv-autoencoder", modelScheme: null, threshold, shippedThreshold: threshold });

describe("beatAgreement", () => {
  it("compares classifiers class by class", () => {
    const agreement = beatAgreement([testBeatCheck(beats, oneHot(0, 2, 3)), testBeatCheck(beats, oneHot(0, 1, 3))]);
    expect(agreement.classes).toBe(CLASSES.aami);
    expect(agreement.byAll).toEqual([1, 0, 0, 1, 0]);
    expect(agreement.differing).toEqual([1]);
  });
  it("compares a classifier with an autoencoder as normal or not", () => {
    const agreement = beatAgreement([testBeatCheck(beats, oneHot(0, 2, 3)), autoencoder(8)]);
    expect(agreement.classes).toBe(CLASSES.binary);
    expect(agreement.predicted.map((values) => [...values])).toEqual([[0, 1, 1], [0, 0, 1]]);
    expect(agreement.byAll).toEqual([1, 1]);
    expect(agreement.differing).toEqual([1]);
  });
  it("takes each autoencoder at its own threshold", () => expect(beatAgreement([autoencoder(4), autoencoder(6)]).differing).toEqual([1]));
});
