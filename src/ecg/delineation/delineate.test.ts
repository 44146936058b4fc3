import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundaryErrors, boundaryFigures } from "../metrics/boundary-errors.ts";
import { detectPeaks } from "../peaks/detect-peaks.ts";
import { annotatedWaves } from "./annotated-waves.ts";
import { delineate } from "./delineate.ts";
import { BOUNDARIES, NOT_FOUND, type Boundary, type Delineation } from "./delineation.ts";
import { endMs, evenly, fixtureRecording, onsetMs, P_WAVE, Q_WAVE, QRS_WAVES, S_WAVE, syntheticEcg, T_WAVE, type GaussianWave, type SyntheticEcg, type SyntheticOptions } from "./testing.ts";

const ordinary = (change: Partial<SyntheticOptions> = {}): SyntheticEcg =>
  syntheticEcg({ samplingRateHz: 500, beatsMs: evenly(8, 850), durationMs: 7600, wavesOf: () => [P_WAVE, ...QRS_WAVES, T_WAVE], ...change });
const found = ({ samplesMv, samplingRateHz, rPeaks }: SyntheticEcg) => delineate(samplesMv, samplingRateHz, rPeaks);

/** ms from the R peak to a boundary, of each beat; null where it is not found. */
const afterR = (boundary: Boundary, delineation: Delineation, { rPeaks, samplingRateHz }: SyntheticEcg) =>
  Array.from(delineation[boundary], (sample, beat) => (sample === NOT_FOUND ? null : ((sample - rPeaks[beat]) / samplingRateHz) * 1000));

function expectNear(actual: readonly (number | null)[], expectedMs: number, toleranceMs: number): void {
  for (const value of actual) {
    expect(value).not.toBeNull();
    expect(Math.abs((value ?? NaN) - expectedMs)).toBeLessThanOrEqual(toleranceMs);
  }
}

function expectWave(wave: "p" | "t", truth: GaussianWave, ecg: SyntheticEcg, toleranceMs: number): void {
  const delineation = found(ecg);
  expectNear(afterR(`${wave}Onset`, delineation, ecg), onsetMs(truth), toleranceMs);
  expectNear(afterR(`${wave}Peak`, delineation, ecg), truth.centreMs, 12);
  expectNear(afterR(`${wave}End`, delineation, ecg), endMs(truth), toleranceMs);
}

describe("Gaussian waves, which begin and end 2.5 standard deviations from their centre", () => {
  it.each([100, 125, 250, 360, 500, 1000])("are found at %i Hz", (samplingRateHz) => {
    const ecg = ordinary({ samplingRateHz });
    expectWave("p", P_WAVE, ecg, 20);
    expectWave("t", T_WAVE, ecg, 30);
    expectNear(afterR("qrsOnset", found(ecg), ecg), onsetMs(Q_WAVE), 15);
    expectNear(afterR("qrsEnd", found(ecg), ecg), endMs(S_WAVE), 15);
  });

  it.each([["inverted", -0.3], ["low", 0.08], ["tall", 0.9]])("of %s T", (_, heightMv) => {
    const t = { ...T_WAVE, heightMv };
    expectWave("t", t, ordinary({ wavesOf: () => [P_WAVE, ...QRS_WAVES, t] }), 35);
  });

  it("of inverted P", () => {
    const p = { ...P_WAVE, heightMv: -0.15 };
    expectWave("p", p, ordinary({ wavesOf: () => [p, ...QRS_WAVES, T_WAVE] }), 20);
  });

  it("of a QRS complex that is negative throughout", () => {
    const ecg = ordinary({ wavesOf: () => [P_WAVE, ...QRS_WAVES.map((wave) => ({ ...wave, heightMv: -wave.heightMv })), T_WAVE] });
    expectNear(afterR("qrsOnset", found(ecg), ecg), onsetMs(Q_WAVE), 15);
    expectNear(afterR("qrsEnd", found(ecg), ecg), endMs(S_WAVE), 15);
  });

  it("of a beat of another shape among ordinary ones keep their own width", () => {
    const wide: GaussianWave = { centreMs: 0, sigmaMs: 30, heightMv: 1.5 };
    const inverted = { ...T_WAVE, centreMs: 330, heightMv: -0.4 };
    const ecg = ordinary({ wavesOf: (beat) => (beat === 4 ? [wide, inverted] : [P_WAVE, ...QRS_WAVES, T_WAVE]) });
    const delineation = found(ecg);
    const width = (beat: number) => ((delineation.qrsEnd[beat] - delineation.qrsOnset[beat]) / ecg.samplingRateHz) * 1000;
    expect(width(4)).toBeGreaterThan(120);
    expect(width(3)).toBeLessThan(100);
    expect(delineation.pPeak[4]).toBe(NOT_FOUND);
    expect(delineation.pPeak[3]).not.toBe(NOT_FOUND);
  });
});

describe("waves that are not there", () => {
  it("no P in any beat", () => {
    const delineation = found(ordinary({ wavesOf: () => [...QRS_WAVES, T_WAVE] }));
    expect([...delineation.pOnset, ...delineation.pPeak, ...delineation.pEnd].every((sample) => sample === NOT_FOUND)).toBe(true);
    expect([...delineation.tPeak]).not.toContain(NOT_FOUND);
  });

  it("no P where waves keep no distance to the QRS complex", () => {
    const distances = [-310, -150, -240, -190, -280, -130, -220, -260];
    const delineation = found(ordinary({ wavesOf: (beat) => [{ ...P_WAVE, centreMs: distances[beat] }, ...QRS_WAVES, T_WAVE] }));
    expect(delineation.pPeak.filter((sample) => sample !== NOT_FOUND).length).toBeLessThanOrEqual(2);
  });

  it("nothing in a flat line", () => {
    const delineation = delineate(new Float32Array(2000).fill(0.4), 250, Uint32Array.of(400, 700, 1000));
    for (const boundary of BOUNDARIES) expect([...delineation[boundary]]).toEqual([NOT_FOUND, NOT_FOUND, NOT_FOUND]);
  });

  it("no wave that the recording cuts off", () => {
    const ecg = ordinary();
    const cut = { ...ecg, samplesMv: ecg.samplesMv.slice(ecg.rPeaks[0] - 10, ecg.rPeaks[2] + 20), rPeaks: ecg.rPeaks.slice(0, 3).map((peak) => peak - ecg.rPeaks[0] + 10) };
    const delineation = found(cut);
    expect([delineation.pPeak[0], delineation.qrsOnset[0], delineation.tPeak[2]]).toEqual([NOT_FOUND, NOT_FOUND, NOT_FOUND]);
    expect(delineation.tPeak[1]).toBeGreaterThan(0);
  });
});

describe("odd input", () => {
  it.each([[0, []], [1, [0]], [3, [1]], [40, [20]]])("of %i samples", (count, peaks) => {
    const delineation = delineate(new Float32Array(count).fill(1), 500, Uint32Array.from(peaks));
    for (const boundary of BOUNDARIES) expect(delineation[boundary]).toHaveLength(peaks.length);
  });

  it("refuses peaks that do not ascend or lie outside", () => {
    expect(() => delineate(new Float32Array(100), 100, Uint32Array.of(50, 50))).toThrow(RangeError);
    expect(() => delineate(new Float32Array(100), 100, Uint32Array.of(100))).toThrow(RangeError);
  });
});

describe("rules that hold for every signal", () => {
  const signal = fc.record({
    samplesMv: fc.array(fc.float({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 600 }).map((values) => Float32Array.from(values)),
    gaps: fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 8 }),
    samplingRateHz: fc.constantFrom(100, 128, 250, 360),
  });

  it("boundaries lie in order, in the recording, and between those of the neighbouring beats; the input stays as it was", () => {
    fc.assert(
      fc.property(signal, ({ samplesMv, gaps, samplingRateHz }) => {
        let at = -1;
        const rPeaks = Uint32Array.from(gaps.map((gap) => (at += gap)).filter((peak) => peak < samplesMv.length));
        const before = samplesMv.slice();
        const delineation = delineate(samplesMv, samplingRateHz, rPeaks);
        expect(samplesMv).toEqual(before);
        const inTime = Array.from(rPeaks.keys()).flatMap((beat) => BOUNDARIES.map((boundary) => delineation[boundary][beat]).filter((sample) => sample !== NOT_FOUND));
        expect(inTime).toEqual(inTime.toSorted((a, b) => a - b));
        for (const sample of inTime) expect(sample >= 0 && sample < samplesMv.length).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("a wave's boundaries are found together or not at all", () => {
    fc.assert(
      fc.property(signal, ({ samplesMv, samplingRateHz }) => {
        const delineation = delineate(samplesMv, samplingRateHz, Uint32Array.of(samplesMv.length >> 1));
        for (const wave of [["pOnset", "pPeak", "pEnd"], ["qrsOnset", "qrsEnd"], ["tOnset", "tPeak", "tEnd"]] as const) {
          expect(new Set(wave.map((boundary) => delineation[boundary][0] === NOT_FOUND)).size).toBe(1);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("neither the baseline nor the order of magnitude of noise below a microvolt matters", () => {
    const ecg = ordinary();
    const shifted = { ...ecg, samplesMv: ecg.samplesMv.map((value, i) => value + 3 + 0.0005 * Math.sin(i)) };
    for (const boundary of BOUNDARIES) {
      const [plain, moved] = [found(ecg)[boundary], found(shifted)[boundary]];
      plain.forEach((sample, beat) => expect(Math.abs(sample - moved[beat])).toBeLessThanOrEqual(2));
    }
  });
});

describe("records of LUDB, against cardiologists", () => {
  it.each([["ludb-1", true], ["ludb-11", true], ["ludb-51", false]])("%s", async (name, hasP) => {
    const { leads: [lead], samplingRateHz, annotations } = await fixtureRecording(name);
    if (annotations === null) throw new Error("The fixture has marks.");
    const delineation = delineate(lead.samplesMv, samplingRateHz, detectPeaks(lead.samplesMv, samplingRateHz));
    const marks = annotatedWaves(annotations);
    const span = { from: annotations.sample[0], to: annotations.sample[annotations.sample.length - 1] };
    for (const boundary of BOUNDARIES) {
      const detected = Uint32Array.from(delineation[boundary].filter((sample) => sample !== NOT_FOUND));
      const errors = boundaryErrors(marks[boundary], detected, samplingRateHz, span);
      if (boundary.startsWith("p") && !hasP) {
        expect(marks[boundary]).toHaveLength(0);
        expect(errors.extra).toBe(0);
        continue;
      }
      expect(errors).toMatchObject({ missed: 0, extra: 0 });
      const { meanErrorMs, sdErrorMs } = boundaryFigures([errors]);
      expect(Math.abs(meanErrorMs ?? NaN)).toBeLessThan(30);
      expect(sdErrorMs).toBeLessThan(25);
    }
  });
});
