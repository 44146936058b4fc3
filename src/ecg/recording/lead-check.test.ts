import { describe, expect, it } from "vitest";
import { evenly, fixtureRecording, P_WAVE, QRS_WAVES, syntheticEcg, T_WAVE, type GaussianWave } from "../delineation/testing.ts";
import { checkLeads } from "./lead-check.ts";
import type { Lead, Recording, UnusableStretch } from "./recording.ts";

const RATE_HZ = 250;
const SECONDS = 10;

type Samples = Float32Array<ArrayBuffer>;
type Checked = Pick<Recording, "leads" | "sampleCount" | "samplingRateHz">;

const wavesScaled = (factors: { readonly p?: number; readonly qrs?: number; readonly t?: number }): GaussianWave[] => {
  const by = (wave: GaussianWave, factor = 1) => ({ ...wave, heightMv: factor * wave.heightMv });
  return [by(P_WAVE, factors.p), ...QRS_WAVES.map((wave) => by(wave, factors.qrs)), by(T_WAVE, factors.t)];
};
const ecg = (factors: { readonly p?: number; readonly qrs?: number; readonly t?: number } = {}): Samples =>
  syntheticEcg({ samplingRateHz: RATE_HZ, beatsMs: evenly(11, 800), durationMs: 1000 * SECONDS, wavesOf: () => wavesScaled(factors) }).samplesMv;
const times = (samples: Samples, factor: number): Samples => samples.map((value) => factor * value);
const lead = (name: string, samplesMv: Samples, unusable: readonly UnusableStretch[] = []): Lead => ({ name, samplesMv, unusable });
const recording = (...leads: readonly Lead[]): Checked => ({ leads, sampleCount: leads[0].samplesMv.length, samplingRateHz: RATE_HZ });
const notes = (checked: Checked) => checkLeads(checked).map(({ sentence }) => sentence);

/** I, II, III, aVR, aVL, aVF of an ordinary heart, so many of them changed. */
function limbLeads(changed: Readonly<Record<string, Samples>> = {}): Checked {
  const i = times(ecg({ t: 0.8 }), 0.6);
  const ii = ecg();
  const sum = (ofI: number, ofII: number) => i.map((value, at) => ofI * value + ofII * ii[at]);
  const leads: Readonly<Record<string, Samples>> = { I: i, II: ii, III: sum(-1, 1), aVR: sum(-0.5, -0.5), aVL: sum(1, -0.5), aVF: sum(-0.5, 1), ...changed };
  return recording(...Object.entries(leads).map(([name, samples]) => lead(name, samples)));
}
const samplesOf = ({ leads }: Checked, name: string): Samples => leads.find((each) => each.name === name)?.samplesMv ?? new Float32Array();

describe("a single lead", () => {
  it.each(["II", "MLII", "V5", "ECG"])("%s is upside down where P, QRS and T are negative", (name) => {
    expect(notes(recording(lead(name, ecg())))).toEqual([]);
    expect(notes(recording(lead(name, times(ecg(), -1))))).toEqual([`Lead ${name} looks upside down: its P waves, QRS complexes and T waves are negative. Check how its electrodes were placed.`]);
  });
  it.each([
    ["the axis turns the QRS complex", { qrs: -1 }],
    ["ischaemia turns the T wave", { t: -1 }],
    ["an ectopic focus turns the P wave", { p: -1 }],
    ["the QRS complex and the T wave are turned, as by a bundle branch block", { qrs: -1, t: -1 }],
    ["there are no P waves to tell", { p: 0, qrs: -1, t: -1 }],
  ])("is left alone where %s", (_, factors) => expect(notes(recording(lead("II", ecg(factors))))).toEqual([]));
  it("may well be negative where the heart is looked at from the other side", () => {
    for (const name of ["aVR", "V1", "III"]) expect(notes(recording(lead(name, times(ecg(), -1))))).toEqual([]);
  });
  it("says nothing of what is unusable, too short or too coarse", () => {
    const inverted = times(ecg(), -1);
    expect(notes(recording(lead("II", inverted, [{ from: 100, to: 200, cause: "flat" }])))).toEqual([]);
    expect(notes(recording(lead("II", inverted.slice(0, 2 * RATE_HZ))))).toEqual([]);
    expect(notes({ ...recording(lead("II", inverted)), samplingRateHz: 50 })).toEqual([]);
    expect(notes(recording(lead("II", new Float32Array(2500))))).toEqual([]);
  });
});

describe("limb leads", () => {
  it("that follow from each other are left alone", () => expect(notes(limbLeads())).toEqual([]));
  it("with the arms exchanged: I and aVR are turned, and Einthoven still holds", () => {
    const right = limbLeads();
    const of = (name: string) => samplesOf(right, name);
    expect(notes(limbLeads({ I: times(of("I"), -1), II: of("III"), III: of("II"), aVR: of("aVL"), aVL: of("aVR") }))).toEqual([
      "Lead I looks upside down: its P waves, QRS complexes and T waves are negative. The electrodes of the arms may be exchanged, or the heart may lie on the right.",
    ]);
  });
  it.each([
    ["I", /^Lead I looks upside down, or leads II and III are exchanged/],
    ["II", /^Lead II looks upside down: it is I \+ III with the opposite sign/],
    ["III", /^Lead III looks upside down, or leads I and II are exchanged/],
    ["aVR", /^Lead aVR looks upside down: it is what leads I and II make/],
    ["aVL", /^Lead aVL looks upside down/],
    ["aVF", /^Lead aVF looks upside down/],
  ])("of which %s is turned contradict the others", (name, sentence) => {
    const found = notes(limbLeads({ [name]: times(samplesOf(limbLeads(), name), -1) }));
    expect(found).toEqual([expect.stringMatching(sentence)]);
  });
  it("that were not recorded at the same time do not belong together", () => {
    const late = (name: string) => samplesOf(limbLeads(), name).map((_, i, samples) => samples[(i + 120) % samples.length]);
    expect(notes(limbLeads({ III: late("III") }))).toEqual([expect.stringMatching(/^Leads I, II and III do not belong together/)]);
    expect(notes(limbLeads({ aVF: late("aVF") }))).toEqual([expect.stringMatching(/^Lead aVF does not follow from leads I and II/)]);
  });
  it("of which one is flat have an arm's electrode on the right leg", () => {
    const flat = new Float32Array(2500);
    const i = samplesOf(limbLeads(), "I");
    expect(notes(recording(lead("I", i), lead("II", flat), lead("III", times(i, -1))))).toEqual([expect.stringMatching(/^Lead II is almost flat .* right arm and the right leg/)]);
    expect(notes(recording(lead("I", i), lead("II", i), lead("III", flat)))).toEqual([expect.stringMatching(/^Lead III is almost flat .* left arm and the right leg/)]);
  });
});

it("published records in sinus rhythm, with inverted T waves and without P waves are left alone", async () => {
  for (const name of ["ludb-1", "ludb-11", "ludb-51"]) expect(checkLeads(await fixtureRecording(name))).toEqual([]);
});
it("a published record in sinus rhythm is noticed when turned over", async () => {
  const published = await fixtureRecording("ludb-1");
  expect(notes({ ...published, leads: published.leads.map((each) => lead(each.name, times(each.samplesMv, -1))) })).toEqual([expect.stringMatching(/^Lead II looks upside down/)]);
});
