import { useEffect, useRef, useState } from "react";
import type { DiagnosisPatient, DiagnosisRecord } from "../../../db/records.ts";
import { toProblem, type Problem } from "../../../ecg/problem.ts";
import type { Recording } from "../../../ecg/recording/recording.ts";
import { useServices } from "../../shared/services.ts";
import { diagnoseRecording } from "./diagnose-recording.ts";

/** What became of the model's being asked again. */
export type Recomputing = "not-asked" | "busy" | "done" | "failed";

interface ChangedDiagnosis {
  readonly recomputing: Recomputing;
  /** why the last change was not made */
  readonly problem: Problem | null;
  /** Asks the model again with other facts of the patient; thresholds in use stay, unless another model answers. */
  readonly computeAgain: (patient: DiagnosisPatient) => void;
  readonly setThresholds: (diagnosis: DiagnosisRecord, thresholds: readonly number[]) => void;
}

/** Changes a check's diagnosis where it is kept; null where the model has given none. */
export function useDiagnosis(checkId: string, recording: Recording, diagnosis: DiagnosisRecord | null): ChangedDiagnosis {
  const { analysis, repository } = useServices();
  const [recomputing, setRecomputing] = useState<Recomputing>("not-asked");
  const [problem, setProblem] = useState<Problem | null>(null);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);

  async function recompute(patient: DiagnosisPatient, signal: AbortSignal): Promise<Problem | null> {
    const outcome = await diagnoseRecording(recording, { analysis, repository, patient, onProgress: () => undefined, signal });
    if (outcome?.kind === "failed") return outcome.problem;
    if (outcome?.kind !== "diagnosed") return null;
    const { record } = outcome;
    await repository.setDiagnosis(checkId, diagnosis?.modelHash === record.modelHash ? { ...record, thresholds: diagnosis.thresholds } : record);
    return null;
  }

  return {
    recomputing,
    problem,
    computeAgain(patient) {
      leaving.current?.abort();
      const controller = new AbortController();
      leaving.current = controller;
      setRecomputing("busy");
      void recompute(patient, controller.signal).catch(toProblem).then((failure) => {
        if (controller.signal.aborted) return;
        setProblem(failure);
        setRecomputing(failure === null ? "done" : "failed");
      });
    },
    setThresholds(changed, thresholds) {
      void repository.setDiagnosis(checkId, { ...changed, thresholds }).then(() => null, toProblem).then(setProblem);
    },
  };
}
