import { pause } from "../../progress.ts";
import type { Lead } from "../../recording/recording.ts";
import { unusableStretches } from "../../recording/unusable-stretches.ts";

/**
 * A lead of samples in mV, NaN where there is none. The array is the reader's own and is filled in place, since a day's
 * leads cannot be held twice: a missing sample gets the value before it, those at the start the first one there is.
 */
export function finishLead(name: string, samplesMv: Float32Array<ArrayBuffer>, samplingRateHz: number): Lead {
  const missing: { from: number; to: number }[] = [];
  for (let from = 0; from < samplesMv.length; from++) {
    if (!Number.isNaN(samplesMv[from])) continue;
    let to = from + 1;
    while (to < samplesMv.length && Number.isNaN(samplesMv[to])) to++;
    const held = from > 0 ? samplesMv[from - 1] : to < samplesMv.length ? samplesMv[to] : 0;
    samplesMv.fill(held, from, to);
    missing.push({ from, to });
    from = to;
  }
  return { name, samplesMv, unusable: unusableStretches(samplesMv, samplingRateHz, missing) };
}

interface FinishOptions {
  readonly samplingRateHz: number;
  readonly signal: AbortSignal;
}

/** Finishes lead after lead, with a turn for messages after each; `samplesOf` makes a lead's samples when its turn comes. */
export async function finishLeads(names: readonly string[], samplesOf: (lead: number) => Float32Array<ArrayBuffer>, { samplingRateHz, signal }: FinishOptions): Promise<Lead[]> {
  const leads: Lead[] = [];
  for (const [i, name] of names.entries()) {
    leads.push(finishLead(name, samplesOf(i), samplingRateHz));
    await pause(signal);
  }
  return leads;
}
