import { useEffect, useRef, useState } from "react";
import type { DiagnosisPatient, DiagnosisRecord } from "../../../db/records.ts";
import { toProblem, type Problem } from "../../../ecg/problem.ts";
import type { Recording } from "../../../ecg/recording/recording.ts";
import { useServices } from "../../shared/services.ts";
import { diagnoseRecording } from "./diagnose-recording.ts";

interface ChangedDiagnosis {
  readonly isBusy: boolean;
  /** why the last change was not made */
  readonly problem: Problem | null;
  /** Asks the model again with other facts of the patient; thresholds in use stay. */
  readonly computeAgain: (patient: DiagnosisPatient) => void;
  readonly setThresholds: (thresholds: readonly number[]) => void;
}

/** Changes a check's diagnosis where it is kept. */
export function useDiagnosis(checkId: string, recording: Recording, diagnosis: DiagnosisRecord): ChangedDiagnosis {
  const { analysis, repository } = useServices();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);

  const attempt = (work: () => Promise<Problem | null>) => {
    void work().catch(toProblem).then(setProblem);
  };
  return {
    isBusy,
    problem,
    computeAgain(patient) {
      const controller = new AbortController();
      leaving.current = controller;
      setBusy(true);
      attempt(async () => {
        try {
          const outcome = await diagnoseRecording(recording, { analysis, patient, onProgress: () => undefined, signal: controller.signal });
          if (outcome?.kind === "failed") return outcome.problem;
          if (outcome?.kind === "diagnosed") await repository.setDiagnosis(checkId, { ...outcome.record, thresholds: diagnosis.thresholds });
          return null;
        } finally {
          setBusy(false);
        }
      });
    },
    setThresholds: (thresholds) =>
      attempt(async () => {
        await repository.setDiagnosis(checkId, { ...diagnosis, thresholds });
        return null;
      }),
  };
}
