import { ProblemError } from "../../ecg/problem.ts";
import type { ArtifactFiles } from "../../lifecycle/registry/model-version.ts";
import { chooseBackend } from "../backends/choose-backend.ts";
import type { ReadArtifact } from "../detector.ts";
import { SUPERCLASSES } from "../recording-model.ts";
import { isObject, parseJson } from "../artifacts/parse-json.ts";
import { cardFile, OTHER_JSON } from "../versions/companion-files.ts";
import { loadNetwork } from "../versions/load-network.ts";
import { readNetworkFiles } from "../versions/network-files.ts";
import type { PickedFiles } from "../versions/picked-files.ts";
import { CLASSIFIER_FILE, decodeClassifierFile, encodeClassifierFile, TREES_FILE, type ClassifierFile } from "./classifier-file.ts";
import { readClassifier } from "./import-classifier.ts";
import { meta } from "./meta.ts";
import { refuseOtherShapes } from "./network-shapes.ts";

const DEFAULT_THRESHOLD = 0.5;
const CARD_FILE = "card.json";

/**
 * A version of the twelve-lead model: a network, alone or with the classifier.json and trees.bin that make it one of ours.
 * Alone, it answers at thresholds of .5 or of its card's. Throws ProblemError as `readNetworkFiles`, `loadNetwork`,
 * `refuseOtherShapes` and `readClassifier` do, and `bad-card`. Leaves no tensor behind.
 */
export async function readTwelveLeadVersion(files: PickedFiles, readArtifact: ReadArtifact): Promise<{ readonly fileName: string; readonly files: ArtifactFiles }> {
  const networkFiles = readNetworkFiles(files, OTHER_JSON);
  const { fileName, topology, weights } = networkFiles;
  await chooseBackend();
  const network = await loadNetwork(networkFiles);
  refuseOtherShapes(network, fileName);
  network.dispose();
  const card = cardFile(files);
  const parts = files.has(CLASSIFIER_FILE) ? readClassifier(files) : { file: await loneNetwork(fileName, card, readArtifact), trees: null };
  const version: ArtifactFiles = {
    "model.json": topology,
    "weights.bin": weights,
    [CLASSIFIER_FILE]: new Uint8Array(encodeClassifierFile(parts.file)),
    ...(parts.trees !== null && { [TREES_FILE]: parts.trees }),
    ...(card !== null && { [CARD_FILE]: card }),
  };
  return { fileName, files: version };
}

/** The network answers by itself; what is not known of a patient is what the shipped classifier says. */
async function loneNetwork(fileName: string, card: Uint8Array | null, readArtifact: ReadArtifact): Promise<ClassifierFile> {
  const shipped = decodeClassifierFile(await readArtifact(`${meta.id}/${CLASSIFIER_FILE}`), CLASSIFIER_FILE);
  return {
    ...shipped,
    classes: SUPERCLASSES.map(({ code }) => code),
    thresholds: card === null ? SUPERCLASSES.map(() => DEFAULT_THRESHOLD) : cardThresholds(card),
    networkShare: 1,
    trees: null,
    imported: { fileName, importedAt: new Date().toISOString() },
  };
}

function cardThresholds(bytes: Uint8Array): readonly number[] {
  const advice = `Give it {"thresholds": {"NORM": 0.5, …}} with a number from 0 to 1 for each of ${SUPERCLASSES.map(({ code }) => code).join(", ")}, or leave it out`;
  const card = parseJson(bytes, { file: CARD_FILE, code: "bad-card", advice });
  const thresholds: unknown = isObject(card) ? card["thresholds"] : undefined;
  return SUPERCLASSES.map(({ code }) => {
    const threshold = isObject(thresholds) ? thresholds[code] : undefined;
    if (typeof threshold !== "number" || !(threshold >= 0 && threshold <= 1)) throw new ProblemError("bad-card", `it has no threshold of ${code}`, advice, { file: CARD_FILE });
    return threshold;
  });
}
