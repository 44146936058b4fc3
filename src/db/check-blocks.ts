import type { Table } from "dexie";
import { beatBlocks, joinBeats } from "./beat-blocks.ts";
import type { IsolineDatabase } from "./database.ts";
import type { BeatCheckRecord, HeartRateCheckRecord, LoadedBeatCheck, LoadedHeartRateCheck } from "./records.ts";

/** Adds a check's scores, and its signals where no other check of the same opening has. To be called in a transaction, as all of these. */
export async function addPatients(db: IsolineDatabase, { record, patients, scores }: LoadedHeartRateCheck): Promise<void> {
  const { id, signalsId, patientIds } = record;
  if ((await db.signals.where("signalsId").equals(signalsId).count()) === 0) {
    await addInTurns(db.signals, patients.map((series, ordinal) => ({ signalsId, ordinal, series })));
  }
  await addInTurns(db.scores, scores.map((score, ordinal) => ({ checkId: id, ordinal, patientId: patientIds[ordinal], score })));
}

export async function readPatients(db: IsolineDatabase, record: HeartRateCheckRecord): Promise<LoadedHeartRateCheck> {
  const signals = await db.signals.where("signalsId").equals(record.signalsId).sortBy("ordinal");
  const scores = await db.scores.where("checkId").equals(record.id).sortBy("ordinal");
  return { kind: "heart-rate", record, patients: signals.map(({ series }) => series), scores: scores.map(({ score }) => score) };
}

/** As `addPatients`, with the model's outputs. */
export async function addBeats(db: IsolineDatabase, { record, beats, outputs }: LoadedBeatCheck): Promise<void> {
  const { id, signalsId } = record;
  if ((await db.beats.where("signalsId").equals(signalsId).count()) === 0) {
    for (const block of beatBlocks(signalsId, beats)) await db.beats.add(block);
  }
  await db.beatOutputs.add({ checkId: id, outputs });
}

export async function readBeats(db: IsolineDatabase, record: BeatCheckRecord): Promise<LoadedBeatCheck> {
  const blocks = await db.beats.where("signalsId").equals(record.signalsId).sortBy("ordinal");
  const stored = await db.beatOutputs.get(record.id);
  if (stored === undefined) throw new Error("the outputs of the check are missing");
  return { kind: "beats", record, beats: joinBeats(blocks, record), outputs: stored.outputs };
}

const BLOCKS_A_TURN = 32;

/** Adds blocks a few at a time: each is cloned on the page's thread, which must keep answering. */
async function addInTurns<Block, Key>(table: Table<Block, Key>, blocks: readonly Block[]): Promise<void> {
  for (let start = 0; start < blocks.length; start += BLOCKS_A_TURN) {
    await table.bulkAdd(blocks.slice(start, start + BLOCKS_A_TURN));
  }
}
