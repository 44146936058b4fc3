import type { Diagnose } from "../recording-model.ts";
import { openClassifier } from "./classifier.ts";

/**
 * The five superclasses by the classifier: classifier.json says of what parts it is. Throws ProblemError as
 * `openClassifier` and its `diagnose` do, and the signal's reason once aborted; leaves no tensor behind.
 */
export const diagnose: Diagnose = async (input, { readArtifact, signal }) => {
  const classifier = await openClassifier(readArtifact);
  try {
    signal.throwIfAborted();
    return await classifier.diagnose(input);
  } finally {
    classifier.dispose();
  }
};
