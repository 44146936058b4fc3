import type { Lead, Recording } from "../ecg/recording/recording.ts";
import type { LeadBlock, RecordingFacts } from "./records.ts";

/** Samples stored as one value: 16 MB. A day of one lead may pass what a browser takes as one. */
const SAMPLES_A_BLOCK = 4 * 2 ** 20;

/** How many blocks a lead of so many samples is stored in. */
export const leadBlockCount = (samples: number): number => Math.ceil(samples / SAMPLES_A_BLOCK);

/** All of a recording but its samples. */
export function recordingFacts(signalsId: string, { leads, ...facts }: Recording): RecordingFacts {
  return { signalsId, facts: { ...facts, leads: leads.map(({ name, unusable }) => ({ name, unusable })) } };
}

/** Leads' samples as they are stored, one block made at a time: copies, since a view would take its whole buffer along. */
export function* leadBlocks(signalsId: string, leads: readonly Pick<Lead, "samplesMv">[]): Generator<LeadBlock> {
  for (const [lead, { samplesMv }] of leads.entries()) {
    for (let from = 0; from < samplesMv.length; from += SAMPLES_A_BLOCK) {
      yield { signalsId, lead, ordinal: from / SAMPLES_A_BLOCK, samplesMv: samplesMv.slice(from, from + SAMPLES_A_BLOCK) };
    }
  }
}

/** The recording of its facts and its blocks, these in any order. Throws where samples are missing. */
export function joinLeads({ facts }: RecordingFacts, blocks: Iterable<LeadBlock>): Recording {
  const leads = facts.leads.map((lead) => ({ ...lead, samplesMv: new Float32Array(facts.sampleCount) }));
  let joined = 0;
  for (const { lead, ordinal, samplesMv } of blocks) {
    leads[lead].samplesMv.set(samplesMv, ordinal * SAMPLES_A_BLOCK);
    joined += samplesMv.length;
  }
  if (joined !== facts.sampleCount * leads.length) throw new Error("samples of the recording are missing");
  return { ...facts, leads };
}

/** The samples of one lead of its blocks, these in any order. */
export function joinSamples(blocks: readonly LeadBlock[]): Float32Array<ArrayBuffer> {
  const samplesMv = new Float32Array(blocks.reduce((sum, block) => sum + block.samplesMv.length, 0));
  for (const block of blocks) samplesMv.set(block.samplesMv, block.ordinal * SAMPLES_A_BLOCK);
  return samplesMv;
}
