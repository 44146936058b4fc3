import type { PatientSeries } from "../../ecg/heart-rate/table.ts";
import type { Random } from "../../ecg/numeric/random.ts";

export type LabelledRates = Pick<PatientSeries, "rateBpm" | "label">;

/** How often a single beat is missed, and how often an episode of second-degree block begins. */
const PER_BEAT = { single: 0.03, episode: 0.006 };

/** Log-uniform: from a few beats to minutes, short ones as often as long ones. */
const EPISODE_BEATS = { shortest: 4, longest: 400 };

/** The share of episodes with 2:1 block, and how often two beats in succession, or a run of them, are conducted in one. */
const TWO_TO_ONE = { share: 0.55, pair: 0.055, run: 0.025, longestRun: 12 };

/** In episodes of 3:2 to 5:4 block, how often one beat more is conducted. */
const ONE_MORE = 0.2;

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
  const miss = (row: number) => {
    const amongNormal = label[row - 1] === 0 && label[row] === 0 && label[row + 1] === 0;
    if (amongNormal && missed[row - 1] === 0) missed[row] = 1;
  };
  for (let row = 0; row < label.length; row++) {
    const chance = random.uniform();
    if (chance < PER_BEAT.single) miss(row);
    else if (chance < PER_BEAT.single + PER_BEAT.episode) {
      const end = row + episodeBeats(random);
      const conducted = random.uniform() < TWO_TO_ONE.share ? twoToOne : fixedRatio(random);
      for (row += conducted(random); row < end; row += 1 + conducted(random)) miss(row);
    }
  }
  return missed;
}

function episodeBeats(random: Random): number {
  const { shortest, longest } = EPISODE_BEATS;
  return Math.round(shortest * (longest / shortest) ** random.uniform());
}

/** Beats conducted before the next that is not. */
type Conducted = (random: Random) => number;

const twoToOne: Conducted = (random) => {
  const { pair, run, longestRun } = TWO_TO_ONE;
  const chance = random.uniform();
  return chance < run ? 3 + random.integer(longestRun - 2) : chance < run + pair ? 2 : 1;
};

/** Block of 3:2, 4:3 or 5:4. */
function fixedRatio(random: Random): Conducted {
  const usual = 2 + random.integer(3);
  return (each) => usual + (each.uniform() < ONE_MORE ? 1 : 0);
}
