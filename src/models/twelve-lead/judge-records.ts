import { turns, type JobControl } from "../../ecg/progress.ts";
import type { ReadArtifact } from "../detector.ts";
import { openClassifier } from "./classifier.ts";
import type { JudgedRecord } from "./figures.ts";
import type { LabelledRecord } from "./training-data.ts";

export interface JudgedRecords {
  readonly records: readonly JudgedRecord[];
  /** the classifier's, in the order of SUPERCLASSES */
  readonly thresholds: readonly number[];
}

/** What the classifier says of each record, loaded once. */
export async function judgeRecords(records: AsyncIterable<LabelledRecord>, { readArtifact, signal, onProgress, count }: JobControl & { readonly readArtifact: ReadArtifact; readonly count: number }): Promise<JudgedRecords> {
  const classifier = await openClassifier(readArtifact);
  const judged: JudgedRecord[] = [];
  const takeTurn = turns(signal, (done) => onProgress({ stage: "Diagnosing records", done, total: count, unit: "steps" }));
  try {
    for await (const record of records) {
      const { probabilities } = await classifier.diagnose(record);
      judged.push({ probabilities, classes: record.classes });
      await takeTurn(judged.length);
    }
  } finally {
    classifier.dispose();
  }
  return { records: judged, thresholds: classifier.file.thresholds };
}
