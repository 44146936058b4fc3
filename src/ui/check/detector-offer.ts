import { BEAT_MODELS, DEFAULT_DETECTOR, defaultBeatModel, DETECTORS, RECORDING_MODELS } from "../../models/catalog.ts";
import type { ModelMeta } from "../models/model-kinds.ts";
import type { Opened } from "./check-session.ts";
import { chooseOnly, chosenDetectors, readParameters, type DetectorChoice } from "./detector-choice.ts";
import type { DetectorOrder } from "./run-order.ts";

/** The detectors that take what is in hand, in the order in which they are offered. */
export interface DetectorOffer {
  readonly detectors: readonly ModelMeta[];
  /** the one chosen at first; null where none takes it */
  readonly first: string | null;
  /** what all of them do, in a few words */
  readonly legend: string;
}

/** What has been chosen, by the first detector of the offer it was chosen from. */
export type DetectorChoices = Readonly<Partial<Record<string, DetectorChoice>>>;

const FOR_HEART_RATES: DetectorOffer = { detectors: DETECTORS, first: DEFAULT_DETECTOR, legend: "Finds the anomalies; each scores every beat" };

const OF_BEATS = "arrhythmia";

/** The twelve-lead model is no choice: it is asked as well wherever there are twelve leads. */
const FOR_RECORDINGS: DetectorOffer = {
  detectors: RECORDING_MODELS.filter(({ id }) => id === OF_BEATS),
  first: OF_BEATS,
  legend: "Finds the beats of one lead and judges each; twelve leads are judged as a whole too",
};

/** What is offered for what is in hand; before there is anything, what takes heart rates. */
export function offerFor(opened: Opened | null): DetectorOffer {
  if (opened?.kind === "recording") return FOR_RECORDINGS;
  if (opened?.table.kind !== "beats") return FOR_HEART_RATES;
  const { samplesPerBeat } = opened.table.beats;
  return {
    detectors: BEAT_MODELS.filter((meta) => meta.samplesPerBeat === samplesPerBeat),
    first: defaultBeatModel(samplesPerBeat),
    legend: "Judges each beat by its shape alone",
  };
}

export function choiceOf(choices: DetectorChoices, { first }: DetectorOffer): DetectorChoice {
  return (first === null ? undefined : choices[first]) ?? chooseOnly(first ?? "");
}

export function withChoice(choices: DetectorChoices, { first }: DetectorOffer, choice: DetectorChoice): DetectorChoices {
  return first === null ? choices : { ...choices, [first]: choice };
}

/** The chosen detectors with their parameters; null if one of these will not do, or there is none. */
export function readOrders(choice: DetectorChoice, { detectors }: DetectorOffer): readonly DetectorOrder[] | null {
  const orders: DetectorOrder[] = [];
  for (const detector of chosenDetectors(choice, detectors)) {
    const reading = readParameters(choice, detector);
    if (reading.kind === "invalid") return null;
    orders.push({ detector, parameters: reading.values });
  }
  return orders.length === 0 ? null : orders;
}
