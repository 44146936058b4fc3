import { butterworth } from "../signal/butterworth.ts";
import { decimateMean } from "../signal/decimate-mean.ts";
import { movingAverage } from "../signal/moving-average.ts";
import { zeroPhase } from "../signal/zero-phase.ts";
import { PeakThreshold } from "./peak-threshold.ts";
import { rWavePositions } from "./r-wave-position.ts";
import { RecentIntervals } from "./recent-intervals.ts";

const RATE_HZ = 200;
const BAND_HZ = { low: 5, high: 15 };
const INTEGRATION_S = 0.15;
const REFRACTORY_S = 0.2;
const T_WAVE_UNTIL_S = 0.36;
const LEARNING_S = 2;

/** The signal at each stage, at some 200 Hz and not delayed. */
interface Stages {
  readonly rateHz: number;
  readonly filtered: Float32Array;
  readonly slope: Float32Array;
  readonly integrated: Float32Array;
}

/** A maximum of the integrated signal, with what the filtered one and its slope reach there. */
interface Wave {
  readonly at: number;
  readonly integrated: number;
  readonly filtered: number;
  readonly slope: number;
}

/**
 * R peaks after J. Pan and W. Tompkins, A real-time QRS detection algorithm, IEEE Trans. Biomed. Eng. 32, 1985: band-pass,
 * derivative, square, integration over 150 ms, adaptive thresholds on the filtered and the integrated signal, halved in an
 * irregular rhythm, search-back after 1.66 times the usual RR interval, and T waves told by their slope within 360 ms. The
 * filters are without delay in place of the paper's integer ones, and the place of a peak is refined as the other detectors'
 * is. `samplesMv` in mV at more than 50 Hz; ascending indices of samples.
 */
export function panTompkinsPeaks(samplesMv: Float32Array, samplingRateHz: number): Uint32Array<ArrayBuffer> {
  const factor = Math.max(1, Math.round(samplingRateHz / RATE_HZ));
  const stages = stagesOf(decimateMean(samplesMv, factor), samplingRateHz / factor);
  const beats = Uint32Array.from(decide(stages), ({ at }) => Math.round(factor * (at + 0.5) - 0.5));
  return rWavePositions(samplesMv, samplingRateHz, beats);
}

function stagesOf(samples: Float32Array, rateHz: number): Stages {
  const band = { kind: "band-pass", lowHz: BAND_HZ.low, highHz: BAND_HZ.high } as const;
  const filtered = zeroPhase(butterworth(band, { order: 1, samplingRateHz: rateHz }), samples);
  const at = (i: number) => filtered[Math.min(Math.max(i, 0), filtered.length - 1)];
  const slope = filtered.map((_, i) => ((2 * at(i + 2) + at(i + 1) - at(i - 1) - 2 * at(i - 2)) * rateHz) / 8);
  const integrated = movingAverage(slope.map((value) => value ** 2), 2 * Math.round((INTEGRATION_S * rateHz) / 2) + 1);
  return { rateHz, filtered, slope, integrated };
}

function decide(stages: Stages): Wave[] {
  const { rateHz } = stages;
  const learning = Math.round(LEARNING_S * rateHz);
  const onIntegrated = new PeakThreshold(stages.integrated.subarray(0, learning));
  const onFiltered = new PeakThreshold(stages.filtered.subarray(0, learning).map(Math.abs));
  const intervals = new RecentIntervals();
  const beats: Wave[] = [];
  let passedOver: Wave[] = [];

  const accept = (wave: Wave, weight: number) => {
    onIntegrated.learnSignal(wave.integrated, weight);
    onFiltered.learnSignal(wave.filtered, weight);
    const last = beats.at(-1);
    if (last) intervals.add(wave.at - last.at);
    beats.push(wave);
    passedOver = passedOver.filter(({ at }) => at > wave.at);
  };

  /** The highest wave passed over since the last beat, if it reaches the lower thresholds. */
  const searchBack = () => {
    const best = passedOver
      .filter(({ integrated, filtered }) => integrated > onIntegrated.level / 2 && filtered > onFiltered.level / 2)
      .sort((a, b) => b.integrated - a.integrated)
      .at(0);
    if (best) accept(best, 0.25);
    return best !== undefined;
  };

  for (const wave of wavesOf(stages)) {
    while (beats.length > 0 && wave.at - beats[beats.length - 1].at > intervals.missedAfter && searchBack());
    const share = intervals.irregular ? 0.5 : 1;
    const last = beats.at(-1);
    const isTWave = last !== undefined && wave.at - last.at < T_WAVE_UNTIL_S * rateHz && wave.slope < last.slope / 2;
    if (!isTWave && wave.integrated > share * onIntegrated.level && wave.filtered > share * onFiltered.level) {
      accept(wave, 0.125);
    } else {
      onIntegrated.learnNoise(wave.integrated);
      onFiltered.learnNoise(wave.filtered);
      if (!isTWave) passedOver.push(wave);
    }
  }
  return beats;
}

/** The maxima of the integrated signal; of two within the refractory time the higher one. */
function wavesOf({ integrated, filtered, slope, rateHz }: Stages): Wave[] {
  const refractory = Math.round(REFRACTORY_S * rateHz);
  const reach = Math.round((INTEGRATION_S * rateHz) / 2);
  const maxima: number[] = [];
  for (let i = 1; i + 1 < integrated.length; i++) {
    if (!(integrated[i] > integrated[i - 1] && integrated[i] >= integrated[i + 1])) continue;
    const last = maxima.length - 1;
    if (last < 0 || i - maxima[last] >= refractory) maxima.push(i);
    else if (integrated[i] > integrated[maxima[last]]) maxima[last] = i;
  }
  const largest = (values: Float32Array, at: number) => values.subarray(Math.max(0, at - reach), at + reach + 1).reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  return maxima.map((at) => ({ at, integrated: integrated[at], filtered: largest(filtered, at), slope: largest(slope, at) }));
}
