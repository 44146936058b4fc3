import { describe, expect, it } from "vitest";
import { evenly, syntheticEcg, type GaussianWave } from "../delineation/testing.ts";
import { seededRandom } from "../numeric/random.ts";
import { TWELVE_LEADS } from "../recording/lead-names.ts";
import { averageBeat } from "./average-beat.ts";
import { NOT_MEASURED, twelveLeadFeatures } from "./features.ts";
import { prepareLeads } from "./prepare.ts";

type Heights = Readonly<Record<"p" | "q" | "r" | "s" | "t", number>>;
const HEIGHTS: Heights = { p: 0.15, q: 0, r: 1.2, s: 0.3, t: 0.3 };

/** Twelve alike leads of a heart of 75 beats a minute, but for the heights of some. */
function twelveLeads(of: Partial<Record<(typeof TWELVE_LEADS)[number], Partial<Heights>>> = {}, noiseMv = 0): Float32Array[] {
  const random = seededRandom(3);
  return TWELVE_LEADS.map((name) => {
    const { p, q, r, s, t } = { ...HEIGHTS, ...of[name] };
    const waves: GaussianWave[] = [
      { centreMs: -160, sigmaMs: 20, heightMv: p },
      { centreMs: -30, sigmaMs: 9, heightMv: -q },
      { centreMs: 0, sigmaMs: 12, heightMv: r },
      { centreMs: 32, sigmaMs: 9, heightMv: -s },
      { centreMs: 270, sigmaMs: 35, heightMv: t },
    ];
    const { samplesMv } = syntheticEcg({ samplingRateHz: 100, beatsMs: evenly(12, 800), durationMs: 10_000, wavesOf: () => waves });
    return samplesMv.map((value) => value + noiseMv * random.normal());
  });
}

const featuresOf = (leads: Float32Array[]) => {
  const features = twelveLeadFeatures(prepareLeads(leads, 100));
  if (features === null) throw new Error("no beat");
  return features;
};

describe("the average beat", () => {
  it("is the median of all beats, so that one that is unlike them does not change it", () => {
    const usual = averageBeat(twelveLeads(), 100);
    const leads = twelveLeads();
    for (const lead of leads) for (let i = 440; i < 520; i++) lead[i] = Math.sin(i / 6);
    const beat = averageBeat(leads, 100);
    expect(usual?.typicalShare).toBe(1);
    expect(beat?.typicalShare).toBeLessThan(1);
    beat?.leads.forEach((lead, k) => lead.forEach((value, i) => expect(Math.abs(value - (usual?.leads[k][i] ?? NaN))).toBeLessThan(0.1)));
  });

  it("is none where nothing beats", () => {
    expect(averageBeat(Array.from({ length: 12 }, () => new Float32Array(1000)), 100)).toBeNull();
    expect(twelveLeadFeatures(prepareLeads(Array.from({ length: 12 }, () => new Float32Array(1000)), 100))).toBeNull();
  });
});

describe("measurements of a twelve-lead ECG", () => {
  it("are the heights and depths of the waves, with noise too", () => {
    for (const noiseMv of [0, 0.02]) {
      const features = featuresOf(twelveLeads({ V1: { r: 0.3, s: 1.1, t: -0.2 }, V5: { r: 2 }, V6: { q: 0.5 } }, noiseMv));
      const near = (name: string, value: number, tolerance = 0.1) => expect(Math.abs(features[name] - value), name).toBeLessThan(tolerance);
      near("II rMv", 1.2);
      near("V5 rMv", 2, 0.15);
      near("V1 sMv", 1.1, 0.15);
      near("V1 tLowestMv", -0.2);
      near("V6 tHighestMv", 0.3);
      near("V6 qMv", 0.45, 0.12);
      near("II qMv", 0);
      near("II pHighestMv", 0.15);
      near("sokolowMv", features["V1 sMv"] + features["V5 rMv"], 1e-6);
      near("rrMs", 800, 1e-6);
      near("rrSpreadMs", 0, 5);
    }
  });

  it("find ST where it was raised, and QRS longer where it is", () => {
    const raised = twelveLeads();
    const v2 = TWELVE_LEADS.indexOf("V2");
    for (let beat = 0; beat < 12; beat++) for (let i = 66 + 80 * beat; i < 85 + 80 * beat; i++) raised[v2][i] += 0.3;
    expect(featuresOf(raised)["V2 stMv"]).toBeGreaterThan(0.2);
    expect(Math.abs(featuresOf(twelveLeads())["V2 stMv"])).toBeLessThan(0.1);

    const wide = TWELVE_LEADS.map(() => syntheticEcg({ samplingRateHz: 100, beatsMs: evenly(12, 800), durationMs: 10_000, wavesOf: () => [{ centreMs: 0, sigmaMs: 35, heightMv: 1.2 }] }).samplesMv);
    expect(featuresOf(wide).qrsMs).toBeGreaterThan(1.5 * featuresOf(twelveLeads()).qrsMs);
  });

  it("turn the axis with the limb leads", () => {
    const leftward = { r: 0.2, s: 1.2 };
    expect(Math.abs(featuresOf(twelveLeads({ aVF: { r: 0.01, s: 0, t: 0.01, q: 0 } })).qrsAxis)).toBeLessThan(20);
    expect(featuresOf(twelveLeads({ aVF: leftward })).qrsAxis).toBeLessThan(-20);
    expect(featuresOf(twelveLeads({ I: leftward })).qrsAxis).toBeGreaterThan(90);
  });

  it("are finite and of the same names for any recording that beats, without P waves too", () => {
    const without = Object.fromEntries(TWELVE_LEADS.map((name) => [name, { p: 0 }]));
    const features = featuresOf(twelveLeads(without));
    expect(features.prMs).toBe(NOT_MEASURED);
    expect(Object.values(features).every(Number.isFinite)).toBe(true);
    expect(Object.keys(features)).toEqual(Object.keys(featuresOf(twelveLeads({}, 0.05))));
  });
});
