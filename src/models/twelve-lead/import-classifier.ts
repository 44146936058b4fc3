import { ProblemError } from "../../ecg/problem.ts";
import { isObject, parseJson } from "../artifacts/parse-json.ts";
import { SUPERCLASSES } from "../recording-model.ts";
import type { PickedFiles } from "../versions/picked-files.ts";
import { CLASSIFIER_FILE, CLASSIFIER_FORMAT, TREES_FILE, type ClassifierFile } from "./classifier-file.ts";
import { METADATA_FIELDS } from "./inputs.ts";
import { decodeTrees } from "./trees-file.ts";

const ADVICE = "Choose the files of one version as they were exported here, or the network alone";

interface ImportedClassifier {
  readonly file: ClassifierFile;
  readonly trees: Uint8Array<ArrayBuffer> | null;
}

/** classifier.json, and trees.bin where it has trees, as users bring them. Throws ProblemError `bad-classifier`, `missing-trees` or `broken-model`. */
export function readClassifier(files: PickedFiles): ImportedClassifier {
  const refuse = (what: string) => new ProblemError("bad-classifier", what, ADVICE, { file: CLASSIFIER_FILE });
  const json = parseJson(files.get(CLASSIFIER_FILE) ?? new Uint8Array(), { file: CLASSIFIER_FILE, code: "bad-classifier", advice: ADVICE });
  if (!isObject(json) || json["format"] !== CLASSIFIER_FORMAT) throw refuse(`it does not say "format": "${CLASSIFIER_FORMAT}"`);
  const { classes, thresholds, imputation, networkShare, trees, imported } = json;
  const codes = SUPERCLASSES.map(({ code }) => code);
  if (!Array.isArray(classes) || classes.join() !== codes.join()) throw refuse(`its classes are not ${codes.join(", ")}`);
  if (!Array.isArray(thresholds) || thresholds.length !== codes.length || !thresholds.every(isShare)) throw refuse("it has not five thresholds from 0 to 1");
  if (!isObject(imputation) || !METADATA_FIELDS.every((field) => typeof imputation[field] === "number")) throw refuse(`its imputation does not say a number for each of ${METADATA_FIELDS.join(", ")}`);
  if (!isShare(networkShare)) throw refuse("its networkShare is no number from 0 to 1");
  const kept = {
    format: CLASSIFIER_FORMAT,
    classes: codes,
    thresholds: thresholds,
    imputation: imputation as unknown as ClassifierFile["imputation"],
    networkShare,
    ...(isImported(imported) && { imported }),
  } as const;
  if (trees === null) return { file: { ...kept, trees }, trees };
  const { perClass, features } = isObject(trees) ? trees : {};
  if (!Number.isInteger(perClass) || !isNames(features)) throw refuse("its trees have no perClass and features");
  const bytes = files.get(TREES_FILE);
  if (bytes === undefined) throw new ProblemError("missing-trees", `its trees are in ${TREES_FILE}, which is not here`, ADVICE, { file: CLASSIFIER_FILE });
  const { roots, feature, child } = decodeTrees(bytes.slice().buffer, TREES_FILE);
  if (roots.length - 1 !== (perClass as number) * codes.length) throw refuse(`it says ${String(perClass)} trees of each class, and ${TREES_FILE} has ${roots.length - 1}`);
  if (child.some((left, node) => left !== node && feature[node] >= features.length)) throw refuse(`${TREES_FILE} asks for more features than it names`);
  return { file: { ...kept, trees: { perClass: perClass as number, features } }, trees: bytes };
}

const isShare = (value: unknown): value is number => typeof value === "number" && value >= 0 && value <= 1;
const isNames = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((name) => typeof name === "string");
const isImported = (value: unknown): value is NonNullable<ClassifierFile["imported"]> => isObject(value) && typeof value["fileName"] === "string" && typeof value["importedAt"] === "string" && !Number.isNaN(Date.parse(value["importedAt"]));
