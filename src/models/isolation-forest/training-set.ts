import { ProblemError } from "../../ecg/problem.ts";
import type { HeartRateTable } from "../../ecg/heart-rate/table.ts";
import type { DetectorInput, ReadArtifact } from "../detector.ts";
import { meta } from "./meta.ts";

/** The shipped normal beats, in this detector's folder below public/models. */
export const TRAINING_FILE_NAME = "train.json";

/** The rates of `heart-rate/train` by patient, in bpm: all that either preset is computed from. */
interface TrainingFile {
  readonly patients: readonly { readonly patientId: string; readonly rateBpm: readonly number[] }[];
}

export type TrainingPatient = Pick<DetectorInput, "patientId" | "rateBpm" | "given">;

/** Throws a ProblemError "broken-model" if the shipped file is not what it should be. */
export async function readTrainingSet(readArtifact: ReadArtifact): Promise<TrainingPatient[]> {
  const file = `${meta.id}/${TRAINING_FILE_NAME}`;
  const bytes = await readArtifact(file);
  try {
    const { patients } = JSON.parse(new TextDecoder().decode(bytes)) as TrainingFile;
    return patients.map(({ patientId, rateBpm }) => ({ patientId, rateBpm: Float64Array.from(rateBpm), given: null }));
  } catch (cause) {
    const advice = "Reload the app while online, so that its model files are fetched again";
    throw new ProblemError("broken-model", "the shipped normal beats cannot be read", advice, { file }, { cause });
  }
}

/** The bytes of `train.json`. */
export function encodeTrainingSet({ patients }: Pick<HeartRateTable, "patients">): Uint8Array<ArrayBuffer> {
  const file: TrainingFile = { patients: patients.map(({ patientId, rateBpm }) => ({ patientId, rateBpm: Array.from(rateBpm) })) };
  return new TextEncoder().encode(`${JSON.stringify(file)}\n`);
}
