import { ProblemError } from "../../ecg/problem.ts";
import { REFERENCE_FILE } from "../drift/reference-file.ts";
import { isObject, parseJson } from "../artifacts/parse-json.ts";
import type { PickedFiles } from "./picked-files.ts";

export const CARD_FILE = "card.json";

/** JSON files that are no topology. */
export const OTHER_JSON: readonly string[] = [CARD_FILE, REFERENCE_FILE, "classifier.json", "known-answer.json"];

type OwnFile = Uint8Array<ArrayBuffer>;

/** The card that was picked with a model; null without one. Throws a ProblemError "bad-card" where it is no JSON object. */
export function cardFile(files: PickedFiles): OwnFile | null {
  const bytes = files.get(CARD_FILE);
  if (bytes === undefined) return null;
  const refusal = { file: CARD_FILE, code: "bad-card", advice: "Correct it, or leave it out" };
  if (!isObject(parseJson(bytes, refusal))) throw new ProblemError(refusal.code, "this is no card: it holds no object", refusal.advice, { file: CARD_FILE });
  return bytes;
}

/** What any version may have beside what it is made of: its card and the reference of its training data, which `tryVersion` reads. */
export function optionalFiles(files: PickedFiles): Readonly<Record<string, OwnFile>> {
  const card = cardFile(files);
  const reference = files.get(REFERENCE_FILE);
  return { ...(card !== null && { [CARD_FILE]: card }), ...(reference !== undefined && { [REFERENCE_FILE]: reference }) };
}

/** A detector may take its threshold from the card. Throws a ProblemError "bad-card". */
export function refuseWithoutThreshold(files: PickedFiles): void {
  const bytes = cardFile(files);
  const card = bytes === null ? null : parseJson(bytes, { file: CARD_FILE, code: "bad-card", advice: "Correct it" });
  if (bytes === null || !isObject(card) || typeof card["threshold"] !== "number" || !Number.isFinite(card["threshold"])) {
    throw new ProblemError("bad-card", bytes === null ? "There is no card.json with the threshold of this model among these files" : "it has no threshold", 'Give a card.json of at least {"threshold": 0.5}', bytes === null ? {} : { file: CARD_FILE });
  }
}

/** Reconstruction errors in float32, from whose quantiles a threshold follows; in ascending order. Throws a ProblemError "missing-errors" or "bad-errors". */
export function errorsFile(files: PickedFiles, name: string): OwnFile {
  const bytes = files.get(name);
  if (bytes === undefined) throw new ProblemError("missing-errors", `There is no ${name} among these files`, "Give the network's reconstruction errors of normal data that its threshold is to follow from, float32 in little-endian order");
  const errors = bytes.length % 4 === 0 ? new Float32Array(bytes.slice().buffer) : new Float32Array();
  if (errors.length === 0 || !errors.every((error) => error >= 0 && Number.isFinite(error))) {
    throw new ProblemError("bad-errors", "these are no reconstruction errors: float32 numbers, none below zero", "Write them anew", { file: name });
  }
  return new Uint8Array(errors.sort().buffer);
}

/** Heart rates of normal beats, from which forests are grown: {"patients": [{"patientId", "rateBpm": […]}]}. Throws a ProblemError "bad-training-set". */
export function trainingSetFile(files: PickedFiles, name: string): OwnFile {
  const refuse = (what: string) => new ProblemError("bad-training-set", what, 'Give {"patients": [{"patientId": "101", "rateBpm": [69.0, 68.6, …]}]}, the heart rates of normal beats', { file: name });
  const bytes = files.get(name);
  if (bytes === undefined) throw new ProblemError("bad-training-set", `There is no ${name} among these files`, 'Give {"patients": [{"patientId": "101", "rateBpm": [69.0, 68.6, …]}]}, the heart rates of normal beats');
  const json = parseJson(bytes, { file: name, code: "bad-training-set", advice: "Export a version to see how the file is laid out" });
  const patients: unknown = isObject(json) ? json["patients"] : undefined;
  if (!Array.isArray(patients) || patients.length === 0) throw refuse("it holds no patients");
  patients.forEach((patient: unknown, p) => {
    const { patientId, rateBpm } = isObject(patient) ? patient : {};
    if (typeof patientId !== "string") throw refuse(`patient ${p + 1} has no patientId`);
    const isRate = (rate: unknown) => typeof rate === "number" && rate > 0 && rate < 1000;
    if (!Array.isArray(rateBpm) || rateBpm.length < 3 || !rateBpm.every(isRate)) throw refuse(`patient ${p + 1} has fewer than three heart rates, or one that is none`);
  });
  return bytes;
}
