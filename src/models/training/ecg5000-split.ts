import { NORMAL } from "../../ecg/beats/classes.ts";
import { permutation, sampleWithoutReplacement, seededRandom } from "../../ecg/numeric/random.ts";

/** Rows of ECG5000's TRAIN file followed by those of its TEST file, each list in ascending order. */
export interface Ecg5000Split {
  /** normal beats to train on: 85 % */
  readonly training: Uint32Array<ArrayBuffer>;
  /** normal beats that choose the best epoch and the threshold: 10 % */
  readonly validation: Uint32Array<ArrayBuffer>;
  /** normal beats kept apart: 5 % */
  readonly testNormal: Uint32Array<ArrayBuffer>;
  /** as many anomalous beats, of any class */
  readonly testAnomalous: Uint32Array<ArrayBuffer>;
}

const SPLIT_SEED = 20_261_121;

/**
 * The split of the published tutorial on LSTM autoencoders, with our own seed: of the normal beats 15 % are set
 * aside, of these 33 % for the test, both rounded up, which makes 2,481 / 293 / 145 of ECG5000's 2,919 normal beats.
 * `label` holds the class (an index into CLASSES.ecg5000) of each row of TRAIN followed by TEST.
 */
export function splitEcg5000(label: Uint8Array): Ecg5000Split {
  const rows = Uint32Array.from(label.keys());
  const normal = rows.filter((row) => label[row] === NORMAL);
  const anomalous = rows.filter((row) => label[row] !== NORMAL);
  const random = seededRandom(SPLIT_SEED);

  const shuffled = permutation(random, normal.length).map((i) => normal[i]);
  const setAside = Math.ceil(0.15 * normal.length);
  const tested = Math.ceil(0.33 * setAside);
  const trained = normal.length - setAside;
  return {
    training: shuffled.slice(0, trained).sort(),
    validation: shuffled.slice(trained, normal.length - tested).sort(),
    testNormal: shuffled.slice(normal.length - tested).sort(),
    testAnomalous: sampleWithoutReplacement(random, anomalous.length, tested).map((i) => anomalous[i]).sort(),
  };
}
