import type { LoadedBeatCheck } from "../../../db/records.ts";
import { CLASSES, NORMAL, type BeatClass } from "../../../ecg/beats/classes.ts";
import { predictedClasses } from "../../beats/beat-view.ts";

/** How several checks of one beat table agree, each at its own threshold. */
export interface BeatAgreement {
  /** in which they are compared: the models' where all name the same, else normal and anomalous */
  readonly classes: readonly BeatClass[];
  /** a check each: a beat each, index into `classes` */
  readonly predicted: readonly Uint8Array<ArrayBuffer>[];
  /** a class each: how many beats all checks take for it */
  readonly byAll: readonly number[];
  /** beats on which they differ, in the order of the file */
  readonly differing: readonly number[];
}

/** All checks must be of the same beats. */
export function beatAgreement(checks: readonly LoadedBeatCheck[]): BeatAgreement {
  const [{ record, beats }] = checks;
  const own = checks.map((check) => predictedClasses(check.outputs, check.record.modelScheme, check.record.threshold));
  const isOneScheme = checks.every((check) => check.record.modelScheme === record.modelScheme);
  const classes = CLASSES[(isOneScheme ? record.modelScheme : null) ?? "binary"];
  const predicted = isOneScheme ? own : own.map((values) => values.map((index) => (index === NORMAL ? NORMAL : 1)));

  const byAll = classes.map(() => 0);
  const differing: number[] = [];
  for (let beat = 0; beat < beats.count; beat++) {
    const index = predicted[0][beat];
    if (predicted.every((values) => values[beat] === index)) byAll[index]++;
    else differing.push(beat);
  }
  return { classes, predicted, byAll, differing };
}
