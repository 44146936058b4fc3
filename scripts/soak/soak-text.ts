import { formatTable } from "../bench/table.ts";
import { MOST_GROWTH, type SoakOutcome } from "./soak.ts";

const count = (value: number) => value.toLocaleString("en-US");
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

export function soakText({ rounds, isLocked, samples, isFlat, load: { savedChecks, listMs, wholeListMs, searchMs, files } }: SoakOutcome): string {
  return [
    `${count(rounds)} rounds of check, review${isLocked ? ", lock and unlock" : ", in one session"}`,
    formatTable(
      ["round", "heap MB", "nodes", "listeners", "tensors", "tensors MB"],
      samples.map(({ round, heapBytes, nodes, listeners, tensors, tensorBytes }) => [count(round), megabytes(heapBytes), count(nodes), count(listeners), count(tensors), megabytes(tensorBytes)]),
    ),
    isFlat ? `flat: nothing grew by more than ${MOST_GROWTH * 100} % after the first samples` : `NOT flat: something grew by more than ${MOST_GROWTH * 100} %`,
    "",
    `History with ${count(savedChecks)} saved checks: opens in ${listMs.toFixed(0)} ms, the last row drawn after ${wholeListMs.toFixed(0)}, searched in ${searchMs.toFixed(0)} ms`,
    ...files.map(({ rows, patients, readMs, checkedMs, peakRendererBytes }) =>
      `${count(rows)} rows of ${count(patients)} patients: read in ${(readMs / 1000).toFixed(2)} s, checked and shown in ${(checkedMs / 1000).toFixed(2)} s, at most ${megabytes(peakRendererBytes)} MB`),
  ].join("\n");
}
