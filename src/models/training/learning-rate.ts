/** The learning rate of an epoch, counted from 0. */
export type LearningRate = (epoch: number) => number;

export const constantRate =
  (rate: number): LearningRate =>
  () =>
    rate;

/** Half a cosine from `highest` in the first epoch down to `lowest` in the last (SGDR without restarts: Loshchilov and Hutter, 2017). */
export function cosineRate(highest: number, lowest: number, epochs: number): LearningRate {
  return (epoch) => lowest + ((highest - lowest) * (1 + Math.cos((Math.PI * epoch) / Math.max(1, epochs - 1)))) / 2;
}
