import type * as tf from "@tensorflow/tfjs";
import type { BeatTable } from "../../ecg/beats/table.ts";
import { quantileOfSorted } from "../../ecg/numeric/quantile.ts";
import type { JobControl } from "../../ecg/progress.ts";
import { layersModelFiles } from "../artifacts/layers-model.ts";
import type { BeatInput } from "../beat-model.ts";
import { type BeatModelCard, encodeCard } from "../card.ts";
import { numberValue } from "../parameter-values.ts";
import { type AutoencoderNetwork, loadAutoencoder, VALIDATION_ERRORS_FILE } from "./autoencoder.ts";
import type { NormalBeats } from "./normal-beats.ts";
import { reconstruct, reconstructionErrors } from "./reconstruction.ts";

/** What each training has to say about itself. */
export type CardWords = Pick<BeatModelCard, "trainedOn" | "split" | "parameters" | "date">;

/** What the card says of the beats in `tables`. */
export function trainedOn(name: string, tables: readonly BeatTable[]): BeatModelCard["trainedOn"] {
  const [{ sha256 }, ...further] = tables.flatMap(({ files }) => files);
  const rows = tables.reduce((sum, { beats }) => sum + beats.count, 0);
  return { name, sha256, rows, ...(further.length > 0 && { furtherSha256: further.map((file) => file.sha256) }) };
}

/** How the tutorial's split was used; `epoch` is the one that was chosen, e.g. "12 of 40". */
export const tutorialSplitSentence = ({ training, validation }: NormalBeats, epoch: string): string =>
  `As in the tutorial on LSTM autoencoders, of the normal beats of both files ${training.count} trained the network and ${validation.count} others chose the epoch (${epoch}). ` +
  "The rest of them, with as many anomalous beats drawn at random, is public/samples/ecg5000.tsv.";

/** The trained network as model.json and weights.bin, in half precision. */
export const networkFiles = (model: tf.LayersModel): Promise<Map<string, Uint8Array>> => layersModelFiles(model, "float16");

/** The errors on `beats` of the network in `files`, whose weights are as rounded as they will ship. */
export async function shippedErrors(network: AutoencoderNetwork, files: ReadonlyMap<string, Uint8Array>, beats: BeatInput, control: JobControl): Promise<Float32Array<ArrayBuffer>> {
  const readArtifact = (path: string) => Promise.resolve(new Uint8Array(files.get(path.slice(network.meta.id.length + 1)) ?? []).buffer);
  const { model } = await loadAutoencoder(network, readArtifact);
  try {
    return reconstructionErrors(beats, await reconstruct(model, beats, { ...control, batchSize: network.batchSize }));
  } finally {
    model.dispose();
  }
}

/** Beside the network's files: the validation errors in order, and the card with the threshold that follows from them. */
export function errorFiles({ meta }: AutoencoderNetwork, validationErrors: Float32Array, words: CardWords): Map<string, Uint8Array> {
  const sorted = validationErrors.slice().sort();
  const quantile = numberValue(meta, {}, "errorQuantile");
  const card: BeatModelCard = {
    id: meta.id,
    name: meta.name,
    version: "1",
    ...words,
    split: `${words.split} The threshold is the ${quantile} quantile of the errors on validation beats.`,
    threshold: quantileOfSorted(sorted, quantile),
    metrics: [],
    intendedUse: "Finding beats that are unlike normal ones, in beats cut and scaled as in ECG5000. Research use only, not a medical device.",
    limits: [
      "Intra-patient: all beats of ECG5000, of training and test, come from one recording (chf07) of one patient with severe congestive heart failure. How it does on others is not known.",
      "A beat has to be cut as in ECG5000, resampled to 140 samples and scaled to mean 0 and standard deviation 1.",
      "It says that a beat is unusual, not what it is.",
    ],
    licence: "Apache-2.0; trained on ECG5000 of the UCR Time Series Archive, from the BIDMC Congestive Heart Failure Database, PhysioNet, ODC-By 1.0",
  };
  return new Map([
    [VALIDATION_ERRORS_FILE, new Uint8Array(sorted.buffer)],
    ["card.json", encodeCard(card)],
  ]);
}
