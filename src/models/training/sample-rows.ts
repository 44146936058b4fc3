import { sampleWithoutReplacement, seededRandom } from "../../ecg/numeric/random.ts";
import { splitEcg5000 } from "./ecg5000-split.ts";

const HEARTBEAT_SAMPLE_ROWS = 1200;
const HEARTBEAT_SAMPLE_SEED = 187;

/** The rows of the heartbeat test file that ship as a sample: a plain random draw, so that classes keep their shares. Ascending. */
export function heartbeatSampleRows(rows: number): Uint32Array<ArrayBuffer> {
  return sampleWithoutReplacement(seededRandom(HEARTBEAT_SAMPLE_SEED), rows, HEARTBEAT_SAMPLE_ROWS).sort();
}

/** The rows of ECG5000's TRAIN and TEST files together that ship as a sample: the test part of `splitEcg5000`. Ascending. */
export function ecg5000SampleRows(label: Uint8Array): Uint32Array<ArrayBuffer> {
  const { testNormal, testAnomalous } = splitEcg5000(label);
  return Uint32Array.from([...testNormal, ...testAnomalous]).sort();
}
