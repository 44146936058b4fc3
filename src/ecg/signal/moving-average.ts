/** The mean over a centred window of `window` samples (odd); near an edge over those that exist. One value a sample. */
export function movingAverage(samples: Float32Array, window: number): Float32Array<ArrayBuffer> {
  const { length } = samples;
  const half = window >> 1;
  const means = new Float32Array(length);
  let sum = 0;
  let from = 0;
  let to = 0;
  for (let i = 0; i < length; i++) {
    for (const end = Math.min(length, i + half + 1); to < end; to++) sum += samples[to];
    for (; from < i - half; from++) sum -= samples[from];
    means[i] = sum / (to - from);
  }
  return means;
}
