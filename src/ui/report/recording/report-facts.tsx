import { patientText, rateText, unusableText } from "../../check/recording/recording-facts.ts";
import { RECORDING_FORM_WORDS } from "../../check/recording/recording-words.ts";
import type { RecordingView } from "../../recording/recording-view.ts";
import { spellDuration } from "../../../ecg/rhythm/rhythm-event.ts";
import { formatCounted, formatDuration } from "../../shared/format.ts";
import { Fact } from "../fact.tsx";
import { firstOf } from "../first-of.ts";
import report from "../report.module.css";

interface ReportFactsProps {
  readonly view: RecordingView;
  readonly detectorName: string;
}

/** Whose recording it is, what was recorded, and what was made of it. */
export function ReportFacts({ view: { check: { record }, recording, lead, labels }, detectorName }: ReportFactsProps) {
  const { patient, form, leads, samplingRateHz, sampleCount, startTime } = recording;
  return (
    <dl className={report.facts}>
      <Fact name="Patient" value={patientText(patient)} />
      <Fact name="Start" value={startTime === null ? "Not in the file" : startTime.replace("T", " ").replace(/\.0+$/, "")} />
      <Fact name="Duration" value={`${spellDuration(sampleCount / samplingRateHz)} at ${rateText(samplingRateHz)}`} />
      <Fact name="Leads" value={`${firstOf(leads.map(({ name }) => name), ", ")}; beats found in ${lead.name}`} />
      <Fact name="Unusable" value={unusableText(lead, recording) ?? `Nothing in ${lead.name}`} />
      <Fact name="File" value={`${firstOf(record.files.map(({ name }) => name), ", ")} (${RECORDING_FORM_WORDS[form]})`} />
      <Fact name="SHA-256" value={firstOf(record.files.map(({ sha256 }) => sha256.slice(0, 16)), ", ")} />
      <Fact name="Model" value={`${detectorName} version ${record.modelVersion}, ${record.modelHash.slice(0, 16)} on ${record.backend}, ${formatDuration(record.durationMs)}, Isoline ${record.appVersion}`} />
      <Fact name="Relabelled" value={labels.relabels.size === 0 ? "No beats" : formatCounted(labels.relabels.size, "beat")} />
    </dl>
  );
}
