import Dexie from "dexie";
import type { EvaluationContent } from "../../lifecycle/registry/evaluation-set.ts";
import type { IsolineDatabase } from "../database.ts";
import { joinSamples, leadBlocks } from "../lead-blocks.ts";
import type { TrainingContent } from "./records.ts";

type KeptContent = EvaluationContent | TrainingContent;

/**
 * Writes the samples of recordings in blocks, under the id of the set or run that keeps them; gives the content without them,
 * to be stored itself. A day of one lead may pass what a browser takes as one value. To be called in a transaction.
 */
export async function keepLeads<Content extends KeptContent>(db: IsolineDatabase, ownerId: string, content: Content): Promise<Content> {
  if (content.kind !== "recordings") return content;
  for (const block of leadBlocks(ownerId, content.recordings.map(({ lead }) => lead))) await db.leads.add(block);
  return { ...content, recordings: content.recordings.map((recording) => ({ ...recording, lead: { ...recording.lead, samplesMv: new Float32Array() } })) };
}

/** The content with the samples that `keepLeads` put aside. To be called in a transaction. */
export async function withLeads<Content extends KeptContent>(db: IsolineDatabase, ownerId: string, content: Content): Promise<Content> {
  if (content.kind !== "recordings") return content;
  const recordings = [];
  for (const [i, recording] of content.recordings.entries()) {
    recordings.push({ ...recording, lead: { ...recording.lead, samplesMv: await readSamples(db, ownerId, i) } });
  }
  return { ...content, recordings };
}

export const dropLeads = (db: IsolineDatabase, ownerId: string): PromiseLike<unknown> => db.leads.where("signalsId").equals(ownerId).delete();

/** The samples of one lead, of a check's signals or of what a set or run keeps. */
export async function readSamples(db: IsolineDatabase, signalsId: string, lead: number): Promise<Float32Array<ArrayBuffer>> {
  return joinSamples(await db.leads.where("[signalsId+lead+ordinal]").between([signalsId, lead, Dexie.minKey], [signalsId, lead, Dexie.maxKey]).toArray());
}
