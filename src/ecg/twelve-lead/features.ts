import { NOT_FOUND, type Delineation } from "../delineation/delineation.ts";
import { delineate } from "../delineation/delineate.ts";
import { intervals, type Intervals } from "../delineation/intervals.ts";
import { quantile } from "../numeric/quantile.ts";
import { TWELVE_LEADS } from "../recording/lead-names.ts";
import { rrSeries, type RrSeries } from "../rhythm/rr-series.ts";
import { averageBeat, INDEPENDENT_LEADS, type AverageBeat } from "./average-beat.ts";
import { RATE_HZ, type PreparedLeads } from "./prepare.ts";
import { measureBeat, type BeatMeasurements, type WaveMeasurements } from "./wave-measurements.ts";

type Named = Readonly<Record<string, number>>;

/** In place of what could not be measured, as PR where there are no P waves. */
export const NOT_MEASURED = 0;

/**
 * What an electrocardiograph measures, by name: rate and rhythm, intervals (ms), axes (degrees), the voltage criteria of
 * hypertrophy and low voltage (mV), and each lead's waves as `WaveMeasurements` names them ("V1 rMv"). All finite,
 * NOT_MEASURED where there is nothing to measure; null where there is no whole beat.
 */
export function twelveLeadFeatures({ leads, recordedSamples }: PreparedLeads): Named | null {
  const recorded = leads.map((lead) => lead.subarray(0, recordedSamples));
  const beat = averageBeat(recorded, RATE_HZ);
  if (beat === null) return null;
  const waves = measureBeat(beat);
  const named = { ...rhythm(beat), ...measuredIntervals(recorded, beat, waves), ...axes(waves), ...voltages(waves), ...ofLeads(waves) };
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [name, Number.isFinite(value) ? value : NOT_MEASURED]));
}

function rhythm({ peaks, typicalShare, spreadMv }: AverageBeat): Named {
  const { intervalMs } = rrSeries(peaks, { samplingRateHz: RATE_HZ });
  const change = intervalMs.slice(1).map((ms, i) => Math.abs(ms - intervalMs[i]));
  const mean = intervalMs.reduce((sum, ms) => sum + ms, 0) / intervalMs.length;
  const variance = intervalMs.reduce((sum, ms) => sum + (ms - mean) ** 2, 0) / intervalMs.length;
  return { rrMs: quantile(intervalMs, 0.5), rrSpreadMs: Math.sqrt(variance), rrChangeMs: quantile(change, 0.5), typicalShare, spreadMv };
}

/** Medians over the independent leads of what each gives by itself; QRS also at its longest. */
function measuredIntervals(leads: readonly Float32Array[], { peaks }: AverageBeat, { qrsMs }: BeatMeasurements): Named {
  const rr = rrSeries(peaks, { samplingRateHz: RATE_HZ });
  const perLead = INDEPENDENT_LEADS.map((lead) => intervalsOf(leads[lead], peaks, rr));
  const of = (interval: keyof Intervals) => Float64Array.from(perLead, ({ measured }) => measured[interval]?.medianMs ?? NaN);
  return {
    qrsMs,
    leadQrsMs: quantile(of("qrs"), 0.5),
    longestLeadQrsMs: quantile(of("qrs"), 1),
    prMs: quantile(of("pr"), 0.5),
    qtMs: quantile(of("qt"), 0.5),
    qtcMs: quantile(of("qtcFridericia"), 0.5),
    pShare: quantile(Float64Array.from(perLead, ({ delineation }) => shareFound(delineation.pPeak)), 0.5),
  };
}

function intervalsOf(lead: Float32Array, peaks: Uint32Array, rr: RrSeries): { readonly delineation: Delineation; readonly measured: Intervals } {
  const delineation = delineate(lead, RATE_HZ, peaks);
  return { delineation, measured: intervals(delineation, rr) };
}

function shareFound(samples: Int32Array): number {
  return samples.reduce((found, sample) => found + (sample === NOT_FOUND ? 0 : 1), 0) / samples.length;
}

/** Frontal axes from the areas in I and aVF, and how far QRS and T point apart; in degrees. */
function axes({ leads }: BeatMeasurements): Named {
  const [i, avf] = [leads[TWELVE_LEADS.indexOf("I")], leads[TWELVE_LEADS.indexOf("aVF")]];
  const axis = (area: (lead: WaveMeasurements) => number) => (Math.atan2((2 / Math.sqrt(3)) * area(avf), area(i)) * 180) / Math.PI;
  const [qrs, t] = [axis(({ qrsArea }) => qrsArea), axis(({ tArea }) => tArea)];
  const apart = Math.abs(qrs - t);
  return { qrsAxis: qrs, tAxis: t, qrsTAngle: Math.min(apart, 360 - apart) };
}

/** Sokolow and Lyon (Am Heart J 37, 1949), Cornell (P. Casale et al., J Am Coll Cardiol 6, 1985), and the least voltages. */
function voltages({ qrsMs, leads }: BeatMeasurements): Named {
  const of = (name: (typeof TWELVE_LEADS)[number]) => leads[TWELVE_LEADS.indexOf(name)];
  const height = ({ rMv, sMv, qMv }: WaveMeasurements) => rMv + Math.max(sMv, qMv);
  const cornellMv = of("aVL").rMv + of("V3").sMv;
  return {
    sokolowMv: of("V1").sMv + Math.max(of("V5").rMv, of("V6").rMv),
    rightSokolowMv: of("V1").rMv + Math.max(of("V5").sMv, of("V6").sMv),
    cornellMv,
    cornellProduct: cornellMv * qrsMs,
    highestLimbMv: Math.max(...leads.slice(0, 6).map(height)),
    highestChestMv: Math.max(...leads.slice(6).map(height)),
    limbQrsMv: leads.slice(0, 6).reduce((sum, lead) => sum + height(lead), 0),
  };
}

function ofLeads({ leads }: BeatMeasurements): Named {
  const named = leads.flatMap((lead, i) => Object.entries(lead).map(([name, value]) => [`${TWELVE_LEADS[i]} ${name}`, value as number] as const));
  const shares = leads.map(({ rMv, sMv, qMv }, i) => [`${TWELVE_LEADS[i]} rShare`, rMv / (rMv + Math.max(sMv, qMv))] as const);
  return Object.fromEntries([...named, ...shares]);
}
