import type { BeatInput } from "../beat-model.ts";
import type { DetectorInput } from "../detector.ts";
import type { LeadBeats, TwelveLeadInput } from "../recording-model.ts";

const BEATS = 40;
const RATE_HZ = 250;
/** Enough beats for any reference to be compared with. */
const LEAD_S = 40;

/** A beat's waves as bells: P, Q, R, S, T, with their place from the R peak and their width in seconds. */
const WAVES = [
  { mv: 0.12, atS: -0.16, widthS: 0.025 },
  { mv: -0.1, atS: -0.03, widthS: 0.01 },
  { mv: 1.1, atS: 0, widthS: 0.012 },
  { mv: -0.25, atS: 0.03, widthS: 0.012 },
  { mv: 0.3, atS: 0.28, widthS: 0.05 },
] as const;

const waveMv = (fromPeakS: number): number => WAVES.reduce((sum, { mv, atS, widthS }) => sum + mv * Math.exp(-(((fromPeakS - atS) / widthS) ** 2) / 2), 0);

/** A few drawn beats of a length, each a little slower than the one before: any model of single beats has to have an answer for them. */
export function exampleBeats(samplesPerBeat: number): BeatInput {
  const samples = new Float32Array(BEATS * samplesPerBeat);
  for (let beat = 0; beat < BEATS; beat++) {
    for (let i = 0; i < samplesPerBeat; i++) samples[beat * samplesPerBeat + i] = 0.2 + 0.6 * waveMv(i / 125 - 0.1 - 0.01 * beat);
  }
  return { count: BEATS, samplesPerBeat, samples };
}

/** Some minutes of regular heart rate with one premature beat in it. */
export function exampleRates(): DetectorInput[] {
  const rateBpm = Float64Array.from({ length: 240 }, (_, row) => (row === 120 ? 110 : row === 121 ? 48 : 70 + 4 * Math.sin(row / 6)));
  return [{ patientId: "example", timeS: Float64Array.from(rateBpm, (_, row) => row * 0.85), rateBpm, given: null }];
}

/** A drawn lead of a beat a second. */
export function exampleLead(): LeadBeats {
  const peakSample = Uint32Array.from({ length: LEAD_S }, (_, beat) => Math.round((beat + 0.5) * RATE_HZ));
  const samplesMv = Float32Array.from({ length: LEAD_S * RATE_HZ }, (_, i) => waveMv((i / RATE_HZ) % 1 - 0.5));
  return { lead: { name: "II", samplesMv, unusable: [] }, samplingRateHz: RATE_HZ, peakSample };
}

/** Twelve leads of the same drawn beats, some upside down, of a patient of whom nothing is known. */
export function exampleTwelveLeads(): TwelveLeadInput {
  const { lead: { samplesMv }, samplingRateHz } = exampleLead();
  const tenSeconds = samplesMv.slice(0, 10 * samplingRateHz);
  const leads = Array.from({ length: 12 }, (_, lead) => tenSeconds.map((value) => value * (lead === 3 || lead === 6 ? -0.6 : 0.5 + 0.05 * lead)));
  return { leads, samplingRateHz, patient: { ageYears: null, sex: null, heightCm: null, weightKg: null } };
}
