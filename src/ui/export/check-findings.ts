import type { LoadedBeatCheck, LoadedHeartRateCheck, LoadedRecordingCheck, RecordingCheckRecord } from "../../db/records.ts";
import { CLASSES, NORMAL } from "../../ecg/beats/classes.ts";
import type { BeatFindings, CheckFindings, CheckedModel, DiagnosisFindings, HeartRateFindings, RecordingFindings } from "../../ecg/export/fhir/findings.ts";
import { findEvents } from "../../ecg/heart-rate/events.ts";
import { modelName } from "../../models/catalog.ts";
import { SUPERCLASSES } from "../../models/recording-model.ts";
import { predictedClasses, relabelScheme } from "../beats/beat-view.ts";
import { driftSentence, driftVerdict } from "../monitoring/drift-words.ts";
import { recordingView } from "../recording/use-recording-view.ts";
import { relabelsByBeat, type JudgedCheck } from "./read-judged-check.ts";

/** What FHIR is told of a check. */
export function checkFindings(judged: JudgedCheck): CheckFindings {
  const { id, createdAt, name, appVersion, detectorId, modelVersion, modelHash, drift, warnings } = judged.check.record;
  const unlike = drift?.isUnlike === true ? [`${driftVerdict(drift)}. ${driftSentence(drift)}`] : [];
  return { checkId: id, createdAt: createdAt === "" ? null : createdAt, name, appVersion, model: modelOf(detectorId, modelVersion, modelHash), warnings: [...unlike, ...warnings], content: contentOf(judged) };
}

const modelOf = (id: string, version: number, sha256: string): CheckedModel => ({ id, name: modelName(id), version, sha256 });

function contentOf({ check, verdicts, relabels }: JudgedCheck): CheckFindings["content"] {
  switch (check.kind) {
    case "heart-rate":
      return heartRates({ check, verdicts, relabels });
    case "beats":
      return beats({ check, verdicts, relabels });
    case "recording":
      return recording({ check, verdicts, relabels });
  }
}

function heartRates({ check: { record, patients, scores }, verdicts }: JudgedCheck<LoadedHeartRateCheck>): HeartRateFindings {
  const verdictOn = (patientId: string, peakRow: number) => verdicts.find((own) => own.patientId === patientId && own.peakRow === peakRow)?.verdict ?? null;
  return {
    kind: "heart-rate", threshold: record.threshold, isBpm: record.unit !== "scaled",
    patients: patients.map((series, patient) => ({
      patientId: series.patientId, timeS: series.timeS, rateBpm: series.rateBpm,
      predicted: scores[patient].reduce((sum, score) => sum + Number(score >= record.threshold), 0),
      events: findEvents(series, scores[patient], record.threshold).map((event) => ({ ...event, verdict: verdictOn(series.patientId, event.peakRow) })),
    })),
  };
}

/** A clinician's class stands in place of the model's where the model has that class, or tells normal from anomalous only. */
function beats({ check: { record, beats: table, outputs }, relabels }: JudgedCheck<LoadedBeatCheck>): BeatFindings {
  const { modelScheme, threshold, samplingRateHz } = record;
  const scheme = modelScheme ?? "binary";
  const classOf = predictedClasses(outputs, modelScheme, threshold);
  for (const { beat, classIndex } of relabels) {
    if (relabelScheme(record) === scheme) classOf[beat] = classIndex;
    else if (scheme === "binary") classOf[beat] = Number(classIndex !== NORMAL);
  }
  return { kind: "beats", beats: table, samplingRateHz, classes: CLASSES[scheme], classOf, threshold };
}

function recording({ check, relabels }: JudgedCheck<LoadedRecordingCheck>): RecordingFindings {
  const { lead, labels, events, variability } = recordingView(check, relabelsByBeat(relabels));
  const { patient, startTime, samplingRateHz } = check.recording;
  return {
    kind: "recording", patientId: patient.id, startTime, lead, samplingRateHz, meanRateBpm: variability.meanRateBpm,
    classes: CLASSES.aami, classOf: labels.current, events, diagnosis: diagnosisOf(check.record),
  };
}

function diagnosisOf({ diagnosis }: RecordingCheckRecord): DiagnosisFindings | null {
  if (diagnosis === null) return null;
  const { probabilities, thresholds, imputed, modelVersion, modelHash } = diagnosis;
  return {
    model: modelOf("twelve-lead", modelVersion, modelHash), imputed,
    superclasses: SUPERCLASSES.map(({ name }, own) => ({ name, probability: probabilities[own], threshold: thresholds[own] })),
  };
}
