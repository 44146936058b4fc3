import type { PatientSeries } from "../../ecg/heart-rate/table.ts";
import type { Random } from "../../ecg/numeric/random.ts";

export type LabelledRates = Pick<PatientSeries, "rateBpm" | "label">;

/** How often a single beat is missed, and how often an episode begins in which every second to fourth one is. */
const PER_BEAT = { single: 0.03, episode: 0.0075 };
const EPISODE_BEATS = { shortest: 4, longest: 27 };

/**
 * The patient as recorded by something that misses beats, as every detector does, or with beats that are not conducted:
 * the interval before a missed beat adds to the next one's. Long intervals and the return to the rate before, which looks
 * early, are then no anomaly. Only normal beats between normal ones are missed, so the labels of the others stay right.
 */
export function withMissedBeats({ rateBpm, label }: LabelledRates, random: Random): LabelledRates {
  const missed = chooseMissed(label, random);
  const kept = Uint32Array.from(label.keys()).filter((row) => missed[row] === 0);
  return {
    rateBpm: Float64Array.from(kept, (row) => (missed[row - 1] === 1 ? 1 / (1 / rateBpm[row - 1] + 1 / rateBpm[row]) : rateBpm[row])),
    label: Uint8Array.from(kept, (row) => label[row]),
  };
}

/** 1 where a beat is missed: never two in succession, nor the first or last. */
function chooseMissed(label: Uint8Array, random: Random): Uint8Array {
  const missed = new Uint8Array(label.length);
  let episode = { left: 0, every: 1 };
  for (let row = 1; row < label.length - 1; row++) {
    const chance = random.uniform();
    const single = episode.left === 0 && chance < PER_BEAT.single;
    const inEpisode = episode.left > 0 && episode.left % episode.every === 0;
    if (episode.left > 0) episode = { ...episode, left: episode.left - 1 };
    else if (!single && chance < PER_BEAT.single + PER_BEAT.episode) episode = beginEpisode(random);
    const amongNormal = label[row - 1] === 0 && label[row] === 0 && label[row + 1] === 0;
    if ((single || inEpisode) && amongNormal && missed[row - 1] === 0) missed[row] = 1;
  }
  return missed;
}

function beginEpisode(random: Random) {
  const { shortest, longest } = EPISODE_BEATS;
  return { left: shortest + random.integer(longest - shortest + 1), every: 2 + random.integer(3) };
}
