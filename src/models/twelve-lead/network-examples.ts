import type { Random } from "../../ecg/numeric/random.ts";
import { TWELVE_LEADS } from "../../ecg/recording/lead-names.ts";
import { SAMPLES_PER_LEAD } from "../../ecg/twelve-lead/prepare.ts";
import type { Examples } from "../training/examples.ts";
import { readSignals, type GatheredRecords } from "./gathered-records.ts";
import { metadataOf, METADATA_FIELDS, NETWORK_INPUTS, NETWORK_OUTPUT, type Imputation } from "./inputs.ts";

const LEADS = TWELVE_LEADS.length;
const SIGNAL_SIZE = SAMPLES_PER_LEAD * LEADS;
const METADATA_SIZE = METADATA_FIELDS.length;

/** How records are changed at random while the network learns; all 0 leaves them as they are. */
export interface SignalAugmentation {
  readonly scale: number;
  readonly noise: number;
  readonly leadLoss: number;
  /** of another record and its classes, at most (H. Zhang et al., mixup, ICLR 2018) */
  readonly mixing: number;
}

/** The records `indices` as examples of the network: signals, then metadata. */
export function networkExamples(records: GatheredRecords, indices: readonly number[], { imputation, ...augmentation }: SignalAugmentation & { readonly imputation: Imputation }): Examples {
  const metadata = records.patients.map((patient) => metadataOf(patient, imputation).values);
  const other = { input: new Float32Array(SIGNAL_SIZE + METADATA_SIZE), target: new Float32Array(NETWORK_OUTPUT[1]) };
  const readOne = (record: number, input: Float32Array, target: Float32Array, random: Random | null) => {
    readSignals(records, record, input);
    input.set(metadata[record], SIGNAL_SIZE);
    records.classes.forEach((own, k) => (target[k] = own[record]));
    if (random !== null) augmentSignals(input.subarray(0, SIGNAL_SIZE), augmentation, random);
  };
  return {
    count: indices.length,
    inputShape: [SIGNAL_SIZE + METADATA_SIZE],
    inputParts: [NETWORK_INPUTS.signals.shape.slice(1), NETWORK_INPUTS.metadata.shape.slice(1)] as number[][],
    targetShape: NETWORK_OUTPUT.slice(1) as number[],
    read(index, input, target, random) {
      readOne(indices[index], input, target, random);
      if (random === null || augmentation.mixing === 0) return 1;
      const share = augmentation.mixing * random.uniform();
      readOne(indices[random.integer(indices.length)], other.input, other.target, random);
      mixInto(input, other.input, share);
      mixInto(target, other.target, share);
      return 1;
    },
  };
}

/** The ten seconds begun elsewhere, larger or smaller, lead by lead too, with noise and perhaps without a lead; in place, since the view is the caller's. */
function augmentSignals(signals: Float32Array, { scale, noise, leadLoss }: SignalAugmentation, random: Random): void {
  const start = LEADS * random.integer(SAMPLES_PER_LEAD);
  const turned = signals.slice(start);
  signals.copyWithin(signals.length - start, 0, start);
  signals.set(turned);
  const common = Math.exp(scale * random.normal());
  for (let lead = 0; lead < LEADS; lead++) {
    const gain = random.uniform() < leadLoss ? 0 : common * Math.exp((scale / 2) * random.normal());
    for (let i = lead; i < signals.length; i += LEADS) signals[i] = gain * signals[i] + (noise === 0 ? 0 : noise * random.normal());
  }
}

function mixInto(values: Float32Array, others: Float32Array, share: number): void {
  for (let i = 0; i < values.length; i++) values[i] += share * (others[i] - values[i]);
}
