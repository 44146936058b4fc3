import type { BeatCheckRecord, CheckRecord, RecordingCheckRecord, RelabelRecord, VerdictRecord } from "../../db/records.ts";
import { unlessDamaged } from "../../db/readable.ts";
import type { Repository } from "../../db/repository.ts";
import { NORMAL, type LabelScheme } from "../../ecg/beats/classes.ts";
import type { MonitoredCheck } from "../../lifecycle/monitoring/monitored-check.ts";
import { predictedClasses, relabelScheme } from "../beats/beat-view.ts";

/** Every saved check as monitoring looks at it, newest first; one whose outputs were damaged counts as not judged: live within `useLiveQuery`. */
export async function monitoredChecks(repository: Pick<Repository, "listChecks" | "allVerdicts" | "allRelabels" | "beatOutputsOf">): Promise<MonitoredCheck[]> {
  const [records, verdicts, relabels] = await Promise.all([repository.listChecks(), repository.allVerdicts(), repository.allRelabels()]);
  const verdictsOf = byCheck(verdicts);
  const relabelsOf = byCheck(relabels);
  return Promise.all(
    records.map(async (record) => {
      const given = relabelsOf.get(record.id) ?? [];
      const outputs = record.kind === "heart-rate" || given.length === 0 ? null : (await unlessDamaged(repository.beatOutputsOf(record.id))) ?? null;
      const judged = record.kind === "heart-rate" || outputs === null ? judgedEvents(verdictsOf.get(record.id) ?? []) : judgedBeats(record, given, outputs);
      return { ...factsOf(record), ...judged };
    }),
  );
}

function byCheck<Each extends { readonly checkId: string }>(all: readonly Each[]): ReadonlyMap<string, readonly Each[]> {
  const groups = new Map<string, Each[]>();
  for (const each of all) {
    const group = groups.get(each.checkId);
    if (group === undefined) groups.set(each.checkId, [each]);
    else group.push(each);
  }
  return groups;
}

type Judged = Pick<MonitoredCheck, "judged" | "overridden">;

function factsOf(record: CheckRecord): Omit<MonitoredCheck, keyof Judged> {
  const { id, name, createdAt, detectorId, modelVersion, rows, predicted, confusion, drift, durationMs } = record;
  return { id, name, createdAt, modelId: detectorId, version: modelVersion, rows, predicted, confusion, likeness: drift?.likeness ?? null, isUnlike: drift?.isUnlike ?? false, latencyMs: durationMs };
}

/** Events are predicted anomalous: a rejected one is overridden. Uncertainty is no judgement. */
export function judgedEvents(verdicts: readonly Pick<VerdictRecord, "verdict">[]): Judged {
  const overridden = verdicts.filter(({ verdict }) => verdict === "rejected").length;
  return { overridden, judged: overridden + verdicts.filter(({ verdict }) => verdict === "accepted").length };
}

/** Beats that were given a class: overridden where it is another than the predicted one; as normal or not, where model and clinician name different classes. */
export function judgedBeats(record: Pick<BeatCheckRecord, "kind" | "scheme" | "modelScheme" | "threshold"> | Pick<RecordingCheckRecord, "kind">, relabels: readonly Pick<RelabelRecord, "beat" | "classIndex">[], outputs: Float32Array): Judged {
  const modelScheme: LabelScheme | null = record.kind === "recording" ? "aami" : record.modelScheme;
  const given = record.kind === "recording" ? "aami" : relabelScheme(record);
  const predicted = predictedClasses(outputs, modelScheme, record.kind === "recording" ? null : record.threshold);
  const isSame = (classIndex: number, own: number) => (given === (modelScheme ?? "binary") ? classIndex === own : (classIndex === NORMAL) === (own === NORMAL));
  return { judged: relabels.length, overridden: relabels.filter(({ beat, classIndex }) => !isSame(classIndex, predicted[beat])).length };
}
