import type { EvaluationSet } from "./evaluation-set.ts";

/** The frozen sets that come from one of the files with these hashes (SHA-256, lower-case hex): what is in them must not be learnt from. */
export function overlappingSets<Set extends Pick<EvaluationSet, "fileSha256">>(fileSha256: readonly string[], sets: readonly Set[]): Set[] {
  return sets.filter((set) => set.fileSha256.some((sha256) => fileSha256.includes(sha256)));
}
