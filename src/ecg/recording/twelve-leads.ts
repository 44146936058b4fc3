import { TWELVE_LEADS } from "./lead-names.ts";
import type { Recording } from "./recording.ts";

/** A diagnosis looks at so much of a recording. */
export const DIAGNOSED_S = 10;

/** The first seconds of the twelve standard leads in their order, in mV, found by their names; null where one is missing. */
export function twelveLeads({ leads, samplingRateHz }: Pick<Recording, "leads" | "samplingRateHz">, durationS: number): Float32Array<ArrayBuffer>[] | null {
  const found = TWELVE_LEADS.map((name) => leads.find((lead) => lead.name === name));
  const samples = Math.round(durationS * samplingRateHz);
  return found.every((lead) => lead !== undefined) ? found.map(({ samplesMv }) => samplesMv.slice(0, samples)) : null;
}

/** Leads that say nothing of the heart in a part of what the model looks at: it is given them as they are. */
export function unusableWarnings({ leads, samplingRateHz }: Pick<Recording, "leads" | "samplingRateHz">): readonly string[] {
  const end = DIAGNOSED_S * samplingRateHz;
  const isTwelve = (name: string) => (TWELVE_LEADS as readonly string[]).includes(name);
  const names = leads.filter(({ name, unusable }) => isTwelve(name) && unusable.some(({ from }) => from < end)).map(({ name }) => name);
  return names.length === 0 ? [] : [`Missing, flat or saturated in these ten seconds: ${names.join(", ")}. The model was given them as they are.`];
}
