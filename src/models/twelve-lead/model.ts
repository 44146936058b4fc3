import type { Diagnose } from "../recording-model.ts";
import { openClassifier } from "./classifier.ts";

/**
 * The five superclasses by the shipped classifier (classifier.json says of what parts it is) or by the user's network. Throws ProblemError as
 * `openClassifier` and its `diagnose` do, and the signal's reason once aborted; leaves no tensor behind.
 */
export const diagnose: Diagnose = async (input, { readArtifact, signal, network }) => {
  const classifier = await openClassifier(readArtifact, network);
  try {
    signal.throwIfAborted();
    return await classifier.diagnose(input);
  } finally {
    classifier.dispose();
  }
};
