import type { JobControl } from "../../../src/ecg/progress.ts";
import type { ReadArtifact } from "../../../src/models/detector.ts";
import { decodeTrees, TREES_FILE_NAME } from "../../../src/models/boosted-trees/artifact.ts";
import type { BoostedTrees } from "../../../src/models/boosted-trees/boosted-trees.ts";
import { classProbabilities } from "../../../src/models/boosted-trees/score.ts";
import { meanMs, type Subject } from "./subject.ts";

const control: JobControl = { signal: new AbortController().signal, onProgress: () => undefined };

/** The shipped trees, which run in plain JavaScript. */
export function treesSubject(readArtifact: ReadArtifact): Subject {
  let trees: BoostedTrees | null = null;
  const answer: Subject["answer"] = (id, beats) => {
    if (trees === null) throw new Error(`${id} is not loaded`);
    return classProbabilities(trees, beats, control);
  };
  return {
    start: () => Promise.resolve("JavaScript"),
    async load(id) {
      const file = `${id}/${TREES_FILE_NAME}`;
      trees = decodeTrees(await readArtifact(file), file).model;
    },
    answer,
    time: (id, beats, leastMs) => meanMs(() => answer(id, beats), leastMs),
  };
}
