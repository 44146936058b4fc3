import { TWELVE_LEADS } from "./lead-names.ts";
import type { Recording } from "./recording.ts";

/** The first seconds of the twelve standard leads in their order, in mV, found by their names; null where one is missing. */
export function twelveLeads({ leads, samplingRateHz }: Pick<Recording, "leads" | "samplingRateHz">, durationS: number): Float32Array<ArrayBuffer>[] | null {
  const found = TWELVE_LEADS.map((name) => leads.find((lead) => lead.name === name));
  const samples = Math.round(durationS * samplingRateHz);
  return found.every((lead) => lead !== undefined) ? found.map(({ samplesMv }) => samplesMv.slice(0, samples)) : null;
}
