import { quantile } from "../../ecg/numeric/quantile.ts";
import type { Random } from "../../ecg/numeric/random.ts";
import type { LeadBeats } from "../recording-model.ts";
import { between, type PlannedBeat } from "./simulated-rhythms.ts";

/** A QRS complex begins no sooner before its R peak, and a P wave no sooner before that. */
const QRS_BEFORE_MS = 100;
const P_BEFORE_MS = 150;
/** A beat is kept up to the end of its T wave: as long after its R peak, or for this share of the interval that followed it. */
const AFTER_MS = 450;
const AFTER_SHARE = 0.6;
/** Left at least for the way from one beat to the next. */
const BETWEEN_MS = 20;
const FIRST_MS = 600;
const LAST_MS = 1000;

/**
 * A lead in which a patient's beats come as planned: their QRS complexes and T waves as they were recorded, straight lines
 * between them, and their P waves added on top, also on a T wave before. Intervals in the plan are of 150 ms at least.
 */
export function playBeats({ lead, samplingRateHz, peakSample }: LeadBeats, plan: readonly PlannedBeat[]): LeadBeats {
  const toSamples = (ms: number) => Math.round((ms * samplingRateHz) / 1000);
  const [qrsBefore, pBefore, mostAfter, least] = [QRS_BEFORE_MS, P_BEFORE_MS, AFTER_MS, BETWEEN_MS].map(toSamples);
  const peaks = plannedPeaks(plan, toSamples);
  const recorded = lead.samplesMv;
  const samplesMv = new Float32Array((peaks.at(-1) ?? 0) + toSamples(LAST_MS));

  let end = 0;
  plan.forEach(({ source }, beat) => {
    const own = peakSample[source];
    const from = Math.max(0, own - qrsBefore);
    const start = peaks[beat] - qrsBefore;
    const room = (beat + 1 < plan.length ? peaks[beat + 1] - qrsBefore : samplesMv.length) - peaks[beat] - least;
    const after = Math.floor(Math.min(mostAfter, AFTER_SHARE * (peakSample[source + 1] - own), room));
    drawLine(samplesMv, end, start, { from: beat === 0 ? recorded[from] : samplesMv[end - 1], to: recorded[from] });
    samplesMv.set(recorded.subarray(from, own + after), start);
    end = peaks[beat] + after;
  });
  samplesMv.fill(samplesMv[Math.max(0, end - 1)], end);

  plan.forEach(({ source, pWave }, beat) => {
    if (pWave === null) return;
    const from = Math.max(0, peakSample[source] - qrsBefore - pBefore);
    const at = peaks[beat] - qrsBefore - pBefore + toSamples(pWave.laterMs);
    const [first, last] = [recorded[from], recorded[from + pBefore]];
    for (let i = 0; i < pBefore; i++) samplesMv[at + i] += pWave.share * (recorded[from + i] - first - ((last - first) * i) / pBefore);
  });
  return { lead: { ...lead, samplesMv, unusable: [] }, samplingRateHz, peakSample: peaks };
}

function plannedPeaks(plan: readonly PlannedBeat[], toSamples: (ms: number) => number): Uint32Array<ArrayBuffer> {
  const peaks = new Uint32Array(plan.length);
  plan.forEach(({ intervalMs }, beat) => (peaks[beat] = beat === 0 ? toSamples(FIRST_MS) : peaks[beat - 1] + toSamples(intervalMs)));
  return peaks;
}

function drawLine(samples: Float32Array, start: number, end: number, { from, to }: { readonly from: number; readonly to: number }): void {
  for (let i = start; i < end; i++) samples[i] = from + ((to - from) * (i - start + 1)) / (end - start + 1);
}

/** Beats whose QRS range decides how high fibrillatory waves are. */
const MEASURED_BEATS = 50;

/** The lead with fibrillatory waves of 4 to 9 Hz that swell and fade, 2 to 10 % as high as its QRS complexes. */
export function withFibrillatoryWaves({ lead, samplingRateHz, peakSample }: LeadBeats, random: Random): LeadBeats {
  const reach = Math.round((QRS_BEFORE_MS * samplingRateHz) / 1000);
  const ranges = Float64Array.from(peakSample.subarray(0, MEASURED_BEATS), (peak) => {
    const complex = lead.samplesMv.subarray(peak - reach, peak + reach);
    return Math.max(...complex) - Math.min(...complex);
  });
  const amplitudeMv = between(random, 0.02, 0.1) * (ranges.length === 0 ? 0 : quantile(ranges, 0.5));
  let frequencyHz = 6;
  let phase = 0;
  const samplesMv = lead.samplesMv.map((value, i) => {
    if (i % Math.round(samplingRateHz / 4) === 0) frequencyHz = Math.min(9, Math.max(4, frequencyHz + 0.6 * random.normal()));
    phase += (2 * Math.PI * frequencyHz) / samplingRateHz;
    return value + amplitudeMv * (0.6 + 0.4 * Math.sin(i / samplingRateHz)) * (Math.sin(phase) + 0.4 * Math.sin(2 * phase + 1));
  });
  return { lead: { ...lead, samplesMv }, samplingRateHz, peakSample };
}
