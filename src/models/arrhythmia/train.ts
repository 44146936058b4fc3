import { CLASSES } from "../../ecg/beats/classes.ts";
import type { ConfusionMatrix } from "../../ecg/metrics/multi-class.ts";
import { beatMatrixFigures } from "../../ecg/metrics/beat-matrix.ts";
import { ProblemError } from "../../ecg/problem.ts";
import type { JobControl } from "../../ecg/progress.ts";
import { annotatedBeats } from "../../ecg/recording/annotated-beats.ts";
import { marksFibrillation, type LabelledLead } from "../../ecg/recording/labelled-lead.ts";
import type { Recording } from "../../ecg/recording/recording.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import { layersModelFiles } from "../artifacts/layers-model.ts";
import { sha256 } from "../artifacts/sha256.ts";
import { chooseBackend } from "../backends/choose-backend.ts";
import { encodeCard, type ArrhythmiaCard } from "../card.ts";
import { defaultParameters, type ParameterValues, type ReadArtifact } from "../detector.ts";
import { numberValue } from "../parameter-values.ts";
import type { CheckpointStore } from "../training/checkpoint.ts";
import type { TrainingControl } from "../training/train-model.ts";
import { shiftLogits } from "./build.ts";
import { chooseShift } from "./choose-shift.ts";
import { crossTrain, MEMBERS, ROUNDS, type TrainingPatient } from "./cross-train.ts";
import { beatFeatures, FEATURES } from "./features.ts";
import { FOLDS, meta } from "./meta.ts";
import { simulatedPatients, type LabelledBeats } from "./simulated-patients.ts";

/** Raised when the training itself changes, so that a checkpoint made before is not taken up. */
const TRAINING_VERSION = 5;

export interface ArrhythmiaTrainingData {
  /** each is one patient, or taken for one */
  readonly leads: readonly LabelledLead[];
  /** what they are, for the card */
  readonly source: {
    readonly name: string;
    /** hashes of the files by their names */
    readonly records: Readonly<Record<string, string>>;
  };
  /** day of the training for the card, ISO 8601 */
  readonly date: string;
}

export interface ArrhythmiaTrainingOptions extends TrainingControl {
  /** of `meta.training`; what is absent has its default */
  readonly parameters: ParameterValues;
  /** where each member's training is taken up again, by its number; null where it need not be */
  readonly checkpoints: ((member: number) => CheckpointStore) | null;
  /** reads the files of the version to start from; from scratch where absent */
  readonly start?: ReadArtifact;
  /** makes an ensemble of the members that have a checkpoint, at once */
  readonly finish?: boolean;
}

/**
 * Trains the ensemble: file name → bytes, to be written below public/models/arrhythmia/. The same leads and parameters
 * give the same bytes, also when it was interrupted and resumed. card.json is an `ArrhythmiaCard` without figures on test
 * data. Beats without a label say what the rhythm about the others is, and teach nothing themselves. Throws the ProblemError
 * "unfit-training-data" for fewer patients than are dealt into folds.
 */
export async function train({ leads, source, date }: ArrhythmiaTrainingData, options: ArrhythmiaTrainingOptions): Promise<Map<string, Uint8Array>> {
  if (leads.length < FOLDS) {
    throw new ProblemError("unfit-training-data", `the networks are trained in turns without a fifth of the patients, so that at least ${FOLDS} recordings with labelled beats are needed; there are ${leads.length}`, "Choose more recordings");
  }
  await chooseBackend();
  const owner = { id: meta.id, name: meta.name, parameters: meta.training };
  const parameters = { ...defaultParameters(owner), ...options.parameters };
  const number = (key: string) => numberValue(owner, parameters, key);
  const patients: TrainingPatient[] = [];
  for (const lead of leads) patients.push(await trainingPatient(lead, { ...options, seed: number("seed") + patients.length }));
  const { networks, outOfFold } = await crossTrain(patients, {
    ...options,
    number,
    fingerprint: JSON.stringify({ TRAINING_VERSION, FEATURES, parameters, hashes: source.records }),
  });
  try {
    // After an early end some patients were learnt from by every member.
    const scored = patients.map(({ recorded }, patient) => ({ probabilities: outOfFold[patient], label: recorded.label })).filter(({ probabilities }) => probabilities !== null);
    const { shift, confusion } = chooseShift({ probabilities: joined(scored.map(({ probabilities }) => probabilities ?? new Float32Array())), label: joinedLabels(scored) });
    shiftLogits(networks, shift);
    const parameterCount = networks.ensemble.countParams();
    const text = new TextEncoder().encode(JSON.stringify(source.records));
    const trainedOn = { name: source.name, sha256: await sha256(text), rows: patients.reduce((sum, { recorded }) => sum + labelledBeats(recorded.label), 0), patients: patients.length, records: source.records };
    return new Map([
      ...(await layersModelFiles(networks.ensemble, "float16")),
      ["card.json", encodeCard(cardOf({ trainedOn, parameters, parameterCount, shift, confusion, date }))],
    ]);
  } finally {
    networks.ensemble.dispose();
  }
}

/** Annotated records as the training takes them, each in its first lead. Throws the ProblemError "no-annotated-record". */
export function annotatedLeads(records: ReadonlyMap<string, Recording>): Pick<ArrhythmiaTrainingData, "leads"> & { readonly hashes: Readonly<Record<string, string>> } {
  const leads = Array.from(records, ([name, { leads: [lead], samplingRateHz, annotations }]): LabelledLead => {
    const annotated = annotations && annotatedBeats(annotations);
    if (annotated === null || annotated.sample.length === 0) {
      throw new ProblemError("no-annotated-record", `record ${name} has no annotated beats to learn from`, "Put its .atr file beside it", { file: name });
    }
    return { name, lead, samplingRateHz, peakSample: annotated.sample, beatClass: annotated.beatClass, isFibrillating: marksFibrillation(annotations) };
  });
  return { leads, hashes: recordHashes(records) };
}

/** Only a patient all of whose beats have a class is played again: what is simulated is made of normal beats, and few of them show nothing usual. */
async function trainingPatient({ lead, samplingRateHz, peakSample, beatClass, isFibrillating }: LabelledLead, { seed, ...control }: JobControl & { readonly seed: number }): Promise<TrainingPatient> {
  const own: LabelledBeats = { beats: { lead, samplingRateHz, peakSample }, label: beatClass };
  const features = async ({ beats, label }: LabelledBeats) => ({ features: await beatFeatures(beats, control), label });
  const simulated = isFibrillating || beatClass.includes(UNLABELLED) ? [] : simulatedPatients(own, seed);
  return { recorded: await features(own), simulated: await Promise.all(simulated.map(features)) };
}

const labelledBeats = (label: Uint8Array): number => label.reduce((count, own) => count + Number(own !== UNLABELLED), 0);

/** By record: the hashes of its files, by their names. */
function recordHashes(records: ReadonlyMap<string, Recording>): Record<string, string> {
  return Object.fromEntries([...records.values()].flatMap(({ files }) => files.map(({ name, sha256: hash }) => [name, hash])));
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function joinedLabels(patients: readonly Pick<LabelledBeats, "label">[]): Uint8Array {
  return Uint8Array.from(patients.flatMap(({ label }) => [...label]));
}

interface CardFacts extends Pick<ArrhythmiaCard, "trainedOn" | "parameters" | "parameterCount" | "date"> {
  readonly shift: readonly number[];
  readonly confusion: ConfusionMatrix;
}

function cardOf({ trainedOn, parameters, parameterCount, shift, confusion, date }: CardFacts): ArrhythmiaCard {
  return {
    id: "arrhythmia",
    name: meta.name,
    version: "3",
    trainedOn,
    split:
      `DS1 alone: its patients are dealt into ${FOLDS} folds, ${ROUNDS} times; each of the ${MEMBERS} members is trained without one fold and scores it. ` +
      "Patients learnt from are also simulated from their own beats, with premature atrial beats and in atrial fibrillation; what is scored is recorded beats alone. " +
      `Features, size and simulation were chosen by such cross-validation. The classes' logits are shifted by ${shift.map((value, own) => `${CLASSES.aami[own].code} ${value}`).join(", ")}: on beats ` +
      "scored by members that had not learnt from their patient, the sum of the F1 of S and V is highest. The records of DS2 were read three times: for version 1 of this " +
      "model (accuracy 0.976; S 0.275 and 0.572, V 0.966 and 0.819) and version 2 (0.972; S 0.260 and 0.408, V 0.976 and 0.807), which were known while this one was made, and for this one " +
      "after its training; nothing was chosen by them.",
    parameters,
    parameterCount,
    validation: { confusion, ...beatMatrixFigures(confusion) },
    metrics: null,
    intendedUse: "Naming the class (N, S, V, F or Q of ANSI/AAMI EC57) of the beats of one lead of an adult whom it has not seen before. Research use only, not a medical device.",
    limits: [
      "Supraventricular beats are told least surely, see the figures: in atrial fibrillation and flutter normal and supraventricular beats are taken for one another and for V, and runs of them for sinus rhythm.",
      "Of simulated rhythms it has learnt what they were made of: beats that keep their shape, P waves that are smaller, inverted or moved, intervals drawn at random.",
      "Fusion beats (F) are taken for V or N as a rule: 9 in 10 learnt from are of one patient. Q is never named: paced beats were not learnt from.",
      "Learnt from lead MLII of 22 half-hour recordings of one hospital in the 1970s. Other leads and recorders work as far as QRS complex and P wave look alike there.",
      "It compares with the patient's own commonest beat: where ectopic beats are most of a recording, or fewer than 20 beats have one shape, it errs.",
      "Cross-validation figures are somewhat too good: shift, features and simulation were chosen by them.",
    ],
    date,
    licence: "Apache-2.0; trained on the MIT-BIH Arrhythmia Database 1.0.0, PhysioNet, ODC-By 1.0",
  };
}
