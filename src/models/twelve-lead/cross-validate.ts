import type * as tf from "@tensorflow/tfjs";
import { TWELVE_LEADS } from "../../ecg/recording/lead-names.ts";
import { SAMPLES_PER_LEAD } from "../../ecg/twelve-lead/prepare.ts";
import type { TrainingControl } from "../training/train-model.ts";
import type { FlatTrees } from "../trees/flat-trees.ts";
import { predictNetwork } from "./classifier.ts";
import { growExtraTrees, treeProbabilities, type GrowTreesOptions } from "./extra-trees.ts";
import { withPatients, readSignals, type GatheredRecords } from "./gathered-records.ts";
import { imputationFrom, metadataOf, type Imputation } from "./inputs.ts";
import { trainNetwork, type NetworkTrainingOptions } from "./train-network.ts";

/** The parts are trained once for each, on the other groups' folds. */
const GROUPS = 4;

export interface PartsOptions extends TrainingControl {
  readonly trees: GrowTreesOptions;
  readonly network: Omit<NetworkTrainingOptions, "imputation" | "stage" | keyof TrainingControl>;
}

export interface TrainedParts {
  readonly imputation: Imputation;
  /** one for each superclass; null where no trees are asked for */
  readonly trees: readonly FlatTrees[] | null;
  /** to be disposed of */
  readonly network: tf.LayersModel;
}

/** Of each record, what each part says of it; null where there is no such part. */
export interface PartProbabilities {
  readonly network: readonly Float32Array[];
  readonly trees: readonly Float64Array[] | null;
}

/** Learns from the records `indices`. */
export async function trainParts(records: GatheredRecords, indices: readonly number[], stage: string, { trees, network, ...control }: PartsOptions): Promise<TrainedParts> {
  const imputation = imputationFrom(indices.map((index) => records.patients[index]));
  const columns = withPatients(records, imputation).map((column) => pick(column, indices));
  return {
    imputation,
    trees: trees.trees === 0 ? null : records.classes.map((own, k) => growExtraTrees(columns, Uint8Array.from(indices, (index) => own[index]), { ...trees, seed: trees.seed + k })),
    network: await trainNetwork(records, indices, { ...network, ...control, imputation, stage }),
  };
}

/** What parts trained on the other folds say of every record. */
export async function crossValidate(records: GatheredRecords, options: PartsOptions): Promise<PartProbabilities> {
  const network: Float32Array[] = [];
  const trees: Float64Array[] = [];
  const groups = groupsOfFolds(records.fold);
  for (const [g, folds] of groups.entries()) {
    const isHeldOut = (index: number) => folds.has(records.fold[index]);
    const all = Array.from(records.fold.keys());
    const parts = await trainParts(records, all.filter((index) => !isHeldOut(index)), `Cross-validation ${g + 1} of ${groups.length}`, options);
    try {
      for (const index of all.filter(isHeldOut)) network[index] = await networkOf(parts, records, index);
      if (parts.trees !== null) addTreeProbabilities(trees, parts.trees, { records, imputation: parts.imputation, indices: all.filter(isHeldOut) });
    } finally {
      parts.network.dispose();
    }
  }
  return { network, trees: options.trees.trees === 0 ? null : trees };
}

interface Rows {
  readonly records: GatheredRecords;
  readonly imputation: Imputation;
  readonly indices: readonly number[];
}

function addTreeProbabilities(byRecord: Float64Array[], trees: readonly FlatTrees[], { records, imputation, indices }: Rows): void {
  const columns = withPatients(records, imputation).map((column) => pick(column, indices));
  const byClass = trees.map((own) => treeProbabilities(own, columns));
  indices.forEach((index, row) => (byRecord[index] = Float64Array.from(byClass, (own) => own[row])));
}

function networkOf({ network, imputation }: TrainedParts, records: GatheredRecords, index: number): Promise<Float32Array> {
  const signals = new Float32Array(SAMPLES_PER_LEAD * TWELVE_LEADS.length);
  readSignals(records, index, signals);
  return predictNetwork(network, signals, metadataOf(records.patients[index], imputation));
}

/** Neighbouring folds together, in as many groups; a fold each where there are fewer. */
export function groupsOfFolds(fold: Uint8Array): ReadonlySet<number>[] {
  const folds = [...new Set(fold)].sort((a, b) => a - b);
  const groups = Math.min(GROUPS, folds.length);
  return Array.from({ length: groups }, (_, g) => new Set(folds.filter((_, i) => Math.floor((i * groups) / folds.length) === g)));
}

const pick = (column: Float32Array, indices: readonly number[]): Float32Array => Float32Array.from(indices, (index) => column[index]);
