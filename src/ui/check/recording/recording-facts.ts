import type { Lead, PatientFields, Recording } from "../../../ecg/recording/recording.ts";
import { formatClock, formatCounted, formatPercent } from "../../shared/format.ts";
import { CAUSE_WORDS, RECORDING_FORM_WORDS, SEX_WORDS } from "./recording-words.ts";

/** What was read of a recording, as the page says it. */

type Fact = readonly [term: string, value: string];

const CAUSES = ["missing", "flat", "saturated"] as const;

export function recordingFacts({ form, leads, samplingRateHz, sampleCount, startTime, timing, patient, diagnoses }: Recording): readonly Fact[] {
  const durationS = sampleCount / samplingRateHz;
  return [
    ["Form", RECORDING_FORM_WORDS[form]],
    ["Leads", leads.length === 1 ? leads[0].name : String(leads.length)],
    ["Sampling rate", rateText(samplingRateHz)],
    ["Duration", formatClock(durationS)],
    ["Start", startTime === null ? "Not in the file" : startTime.replace("T", " ")],
    ["Times", timingText(timing)],
    ["Patient", patientText(patient)],
    ...(diagnoses === undefined ? [] : [["Diagnoses", diagnoses.superclasses?.join(", ") || diagnoses.statements.join(", ")] as const]),
  ];
}

/** "360 Hz", "512.414 Hz" */
export function rateText(samplingRateHz: number): string {
  return `${Number(samplingRateHz.toFixed(3))} Hz`;
}

/** Nothing but what is known, by the file as a rule; `ofNothing` where nothing is. */
export function patientText({ id, ageYears, sex, heightCm, weightKg }: PatientFields, ofNothing = "Not in the file"): string {
  const said = [
    id, sex === null ? null : SEX_WORDS[sex], ageYears === null ? null : formatCounted(ageYears, "year"),
    heightCm === null ? null : `${Number(heightCm.toFixed(1))} cm`, weightKg === null ? null : `${Number(weightKg.toFixed(1))} kg`,
  ].filter((text) => text !== null);
  return said.length === 0 ? ofNothing : said.join(", ");
}

export function timingText({ jitterMs, gaps }: Recording["timing"]): string {
  const missingS = gaps.reduce((sum, { durationS }) => sum + durationS, 0);
  const gapText = gaps.length === 0 ? "no gaps" : `${formatCounted(gaps.length, "gap")}, ${secondsText(missingS)} together`;
  if (jitterMs === null) return gaps.length === 0 ? "Evenly spaced" : `Evenly spaced but for ${gapText}`;
  return jitterMs === 0 ? `Evenly spaced, ${gapText}` : `Jitter ${Number(jitterMs.toPrecision(2))} ms, ${gapText}`;
}

/** How much of a lead is noise and why: "2.1 s missing, 0.4 s flat (1.2 %)"; null where all is usable. */
export function unusableText({ unusable }: Pick<Lead, "unusable">, { samplingRateHz, sampleCount }: Pick<Recording, "samplingRateHz" | "sampleCount">): string | null {
  if (unusable.length === 0) return null;
  const samplesOf = (cause: (typeof CAUSES)[number]) => unusable.reduce((sum, stretch) => (stretch.cause === cause ? sum + stretch.to - stretch.from : sum), 0);
  const parts = CAUSES.flatMap((cause) => (samplesOf(cause) === 0 ? [] : [`${secondsText(samplesOf(cause) / samplingRateHz)} ${CAUSE_WORDS[cause]}`]));
  const samples = CAUSES.reduce((sum, cause) => sum + samplesOf(cause), 0);
  return `${parts.join(", ")} (${formatPercent(samples / sampleCount)})`;
}

/** 0.012 → "0.01 s", 83.4 → "83 s", 4000 → "1:06:40.0" */
function secondsText(durationS: number): string {
  if (durationS >= 600) return formatClock(durationS);
  return `${Number(durationS.toPrecision(2))} s`;
}
