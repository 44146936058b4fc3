/** What electrocardiographs, monitors, watches and chest straps sample at. */
const USUAL_RATES_HZ = [100, 125, 128, 130, 180, 200, 250, 256, 300, 360, 400, 500, 512, 1000];
const IN_NAME = /(?:^|[^\d])(\d{2,4})\s*_?hz/i;
/** Of a twelve-lead ECG at rest. */
const USUAL_DURATION_S = 10;
const TYPICAL_BEAT_S = 0.8;
const LOOKED_AT = 5000;

/** A rate to propose where nothing states one: from the file's name, ten seconds of twelve leads, or the distance of beats. */
export function guessRate(samples: Float64Array, { fileName, isTwelveLeads, rowCount }: { readonly fileName: string; readonly isTwelveLeads: boolean; readonly rowCount: number }): number {
  const named = Number(IN_NAME.exec(fileName)?.[1]);
  if (named >= USUAL_RATES_HZ[0]) return named;
  const tenSeconds = rowCount / USUAL_DURATION_S;
  if (isTwelveLeads && USUAL_RATES_HZ.includes(tenSeconds)) return tenSeconds;
  const period = beatPeriod(samples.subarray(0, LOOKED_AT));
  if (Number.isNaN(period)) return 250;
  return USUAL_RATES_HZ.reduce((a, b) => (Math.abs(Math.log((b * TYPICAL_BEAT_S) / period)) < Math.abs(Math.log((a * TYPICAL_BEAT_S) / period)) ? b : a));
}

/** The lag at which the power of the slopes repeats best, in samples; NaN where they do not. */
function beatPeriod(samples: Float64Array): number {
  const slope = Float64Array.from({ length: Math.max(0, samples.length - 2) }, (_, i) => (samples[i + 2] - samples[i]) ** 2 || 0);
  const mean = slope.reduce((sum, value) => sum + value, 0) / slope.length;
  const centred = slope.map((value) => value - mean);
  const [from, to] = [0.4 * USUAL_RATES_HZ[0], Math.min(1.2 * 1000, centred.length / 2)];
  const correlations: number[] = [];
  for (let lag = from; lag < to; lag++) {
    let sum = 0;
    for (let i = lag; i < centred.length; i++) sum += centred[i] * centred[i - lag];
    correlations.push(sum / (centred.length - lag));
  }
  // Two beats repeat as well as one does.
  const enough = 0.5 * correlations.reduce((a, b) => Math.max(a, b), 0);
  const isPeak = (i: number) => correlations[i] > enough && correlations[i] >= (correlations[i - 1] ?? Infinity) && correlations[i] >= (correlations[i + 1] ?? Infinity);
  const found = correlations.findIndex((_, i) => isPeak(i));
  return found < 0 ? NaN : from + found;
}
