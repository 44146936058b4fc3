import { CLASSES } from "../../ecg/beats/classes.ts";
import type { LoadedCheck } from "../../db/records.ts";
import { classJson, errorJson, heartRateJson, leadJson } from "../../ecg/export/answer-json.ts";
import { relabelScheme } from "../beats/beat-view.ts";
import { checkSummary } from "./check-summary.ts";
import type { JudgedCheck } from "./read-judged-check.ts";

/** A check as JSON: its record, how far its file is from the training data, the model's answer in the shape of `predict`, and what clinicians said. What is left out of a de-identified check is null. */
export function checkJson({ check, verdicts, relabels }: JudgedCheck) {
  const summary = checkSummary(check.record);
  return {
    isoline: 1,
    ...summary,
    createdAt: said(summary.createdAt),
    files: summary.files.map(({ name, sha256 }) => ({ name, sha256: said(sha256) })),
    drift: check.record.drift ?? null,
    answer: answerJson(check),
    verdicts: verdicts.map(({ patientId, peakRow, verdict, at }) => ({ patientId, peakRow, verdict, at: said(at) })),
    relabels: relabels.map(({ beat, classIndex, at }) => ({ beat, class: relabelClasses(check)[classIndex].code, at: said(at) })),
  };
}

const said = (text: string): string | null => (text === "" ? null : text);

function answerJson(check: LoadedCheck) {
  switch (check.kind) {
    case "heart-rate":
      return heartRateJson(check.patients, { scores: check.scores, threshold: check.record.threshold });
    case "beats": {
      const { modelScheme, threshold } = check.record;
      return modelScheme === null ? errorJson(check.outputs, threshold ?? Infinity) : classJson(check.outputs, CLASSES[modelScheme]);
    }
    case "recording":
      return leadJson({ ...check, lead: check.recording.leads[check.record.leadIndex] });
  }
}

const relabelClasses = (check: LoadedCheck) => CLASSES[check.kind === "beats" ? relabelScheme(check.record) : "aami"];
