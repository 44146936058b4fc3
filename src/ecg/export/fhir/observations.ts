import { leadCode, HEART_RATE, eventCode, perMinute, plainNumber, PROCEDURE, seconds, text } from "./codes.ts";
import type { BeatFindings, DiagnosisFindings, PatientFindings, RecordingFindings } from "./findings.ts";
import type { Component, Observation, Range, Reference } from "./resources.ts";
import { heldEachSecond, microvoltData, scaledData } from "./sampled-data.ts";

/** A signal longer than this is left out, or given in strips: most servers refuse resources of more than some megabytes. */
export const MOST_SAMPLES = 300_000;
/** Of one observation; what is beyond is counted in a note. */
export const MOST_EVENTS = 500;
export const MOST_STRIPS = 50;
export const MOST_BEATS = 200;
/** Shown before and after an event, and of a long one. */
const STRIP_MARGIN_S = 2;
const LONGEST_STRIP_S = 10;
const GAP_S = 10;

/** What an observation is about, and what made it. */
export interface Origin {
  readonly device: Reference;
  readonly subject: Reference | null;
}

function observation(code: Observation["code"], { device, subject }: Origin, rest: Partial<Observation>, notes: readonly (string | null)[] = []): Observation {
  const said = notes.filter((note) => note !== null);
  return {
    resourceType: "Observation", status: "preliminary", category: [PROCEDURE], code, device,
    ...(subject !== null && { subject }), ...rest, ...(said.length > 0 && { note: said.map((note) => ({ text: note })) }),
  };
}

const span = (fromS: number, toS: number): Range => ({ low: seconds(fromS), high: seconds(toS) });
const left = (given: readonly unknown[], most: number, what: string): string | null => (given.length > most ? `${given.length - most} more ${what} are not listed.` : null);

/** One patient's heart rates and what was predicted in them. */
export function heartRateObservations({ timeS, rateBpm, predicted, events }: PatientFindings, threshold: number, isBpm: boolean, origin: Origin): Observation[] {
  const fits = timeS.length > 0 && timeS[timeS.length - 1] - timeS[0] < MOST_SAMPLES;
  const startS = timeS.length > 0 ? timeS[0] : 0;
  const mean = rateBpm.reduce((sum, rate) => sum + rate, 0) / rateBpm.length;
  const findings = observation(text("Heart rates predicted anomalous"), origin, {
    component: [
      { code: text("Beats"), valueInteger: timeS.length },
      { code: text("Beats predicted anomalous"), valueInteger: predicted },
      { code: text("Threshold of the score"), valueQuantity: plainNumber(threshold) },
      ...(isBpm && timeS.length > 0 ? [{ code: HEART_RATE, valueQuantity: perMinute(mean) }] : []),
      ...events.slice(0, MOST_EVENTS).map((event): Component => ({
        code: text(`Anomalous heart rate, ${event.beats} ${event.beats === 1 ? "beat" : "beats"}`),
        valueRange: span(event.startS - startS, event.startS - startS + event.durationS),
        ...(event.verdict !== null && { interpretation: [text(`Clinician: ${event.verdict}`)] }),
      })),
    ],
  }, ["Times are seconds from the patient’s first beat.", left(events, MOST_EVENTS, "events")]);
  if (!isBpm) return [{ ...findings, note: [...(findings.note ?? []), { text: "The file holds rates scaled to 0–1, which are not written." }] }];
  if (!fits) return [{ ...findings, note: [...(findings.note ?? []), { text: `The heart rates last longer than ${MOST_SAMPLES} s and are not written.` }] }];
  const series = observation(text("Heart rate"), origin, { valueSampledData: heldEachSecond(timeS, rateBpm, GAP_S) }, [`Measured beat by beat; one value a second here, each held until the next beat, E where none came for ${GAP_S} s.`]);
  return [series, findings];
}

/** Single beats: how many of each class, and the samples of those that are not normal. */
export function beatObservation({ beats, samplingRateHz, classes, classOf, threshold }: BeatFindings, origin: Origin): Observation {
  const abnormal = Array.from(classOf.keys()).filter((beat) => classOf[beat] !== 0);
  const shown = samplingRateHz === null ? [] : abnormal.slice(0, MOST_BEATS);
  return observation(text("Single heartbeats judged by shape"), origin, {
    component: [
      ...classCounts(classes, classOf),
      ...(threshold === null ? [] : [{ code: text("Threshold of the reconstruction error"), valueQuantity: plainNumber(threshold) }]),
      ...shown.map((beat): Component => ({
        code: text(`Beat ${beat + 1}: ${classes[classOf[beat]].name}`),
        valueSampledData: scaledData(beats.samples.subarray(beat * beats.samplesPerBeat, (beat + 1) * beats.samplesPerBeat), samplingRateHz ?? NaN),
      })),
    ],
  }, [
    "Beats are counted from 1 in the order of the file; their samples are scaled as in the file and have no unit.",
    samplingRateHz === null && abnormal.length > 0 ? "Beats were stretched to one length, so that they have no sampling rate: their samples are not written." : left(samplingRateHz === null ? [] : abnormal, MOST_BEATS, "abnormal beats"),
  ]);
}

/** One lead of a recording with its beats and rhythm events. */
export function recordingObservations(findings: RecordingFindings, origin: Origin): Observation[] {
  const { lead, samplingRateHz, events, classes, classOf, meanRateBpm } = findings;
  const isWhole = lead.samplesMv.length <= MOST_SAMPLES;
  const signal = isWhole
    ? observation(leadCode(lead.name), origin, { valueSampledData: microvoltData(lead.samplesMv, samplingRateHz) }, [startNote(findings)])
    : strips(findings, origin);
  const rhythm = observation(text("Rhythm events and classes of beats"), origin, {
    component: [
      ...(meanRateBpm === null ? [] : [{ code: HEART_RATE, valueQuantity: perMinute(meanRateBpm) }]),
      ...classCounts(classes, classOf),
      ...events.slice(0, MOST_EVENTS).map((event): Component => ({ code: eventCode(event.kind, event.sentence), valueRange: span(event.startSample / samplingRateHz, event.endSample / samplingRateHz) })),
    ],
  }, ["Times are seconds from the start of the recording.", left(events, MOST_EVENTS, "events")]);
  return signal === null ? [rhythm] : [signal, rhythm];
}

/** A long lead is given where something happens. */
function strips({ lead, samplingRateHz, events, ...findings }: RecordingFindings, origin: Origin): Observation | null {
  if (events.length === 0) return null;
  const component = events.slice(0, MOST_STRIPS).map(({ startSample, endSample, sentence }): Component => {
    const from = Math.max(0, startSample - Math.round(STRIP_MARGIN_S * samplingRateHz));
    const to = Math.min(lead.samplesMv.length, endSample + Math.round(STRIP_MARGIN_S * samplingRateHz), from + Math.round(LONGEST_STRIP_S * samplingRateHz));
    return { code: text(`From ${(from / samplingRateHz).toFixed(3)} s: ${sentence}`), valueSampledData: microvoltData(lead.samplesMv.subarray(from, to), samplingRateHz) };
  });
  return observation(leadCode(lead.name), origin, { component }, [
    `The lead has more than ${MOST_SAMPLES} samples: only strips of its events are written, ${STRIP_MARGIN_S} s around each and ${LONGEST_STRIP_S} s at most.`, left(events, MOST_STRIPS, "strips"), startNote({ ...findings }),
  ]);
}

/** Twelve leads as a whole. */
export function diagnosisObservation({ superclasses, imputed }: DiagnosisFindings, origin: Origin): Observation {
  return observation(text("Diagnostic superclasses of a twelve-lead ECG"), origin, {
    component: superclasses.map(({ name, probability, threshold }) => ({
      code: text(name), valueQuantity: plainNumber(probability), interpretation: [text(probability >= threshold ? "Reported" : "Not reported")],
    })),
  }, ["Values are probabilities; several superclasses can hold at once.", imputed.length === 0 ? null : `Not known of the patient, and taken as the mean of the training data: ${imputed.join(", ")}.`]);
}

function classCounts(classes: BeatFindings["classes"], classOf: Uint8Array): Component[] {
  return classes.map(({ name }, own) => ({ code: text(`Beats: ${name}`), valueInteger: classOf.reduce((sum, each) => sum + Number(each === own), 0) }));
}

/** FHIR's times need a zone, which a recording seldom states. */
const startNote = ({ startTime }: Pick<RecordingFindings, "startTime">): string | null => (startTime === null ? null : `Recorded from ${startTime}, local time.`);
