import type { Table } from "dexie";
import { beatBlockCount, beatBlocks, joinBeats } from "./beat-blocks.ts";
import { joinLeads, leadBlockCount, leadBlocks, recordingFacts } from "../lead-blocks.ts";
import type { IsolineDatabase } from "../database.ts";
import type {
  BeatCheckRecord, CheckRecord, HeartRateCheckRecord, LoadedBeatCheck, LoadedCheck, LoadedHeartRateCheck, LoadedRecordingCheck, RecordingCheckRecord,
} from "../records.ts";

/** Adds what a check found, and its signals where no other check of the same opening has. To be called in a transaction. */
export function addBlocks(db: IsolineDatabase, check: LoadedCheck): Promise<void> {
  switch (check.kind) {
    case "heart-rate":
      return addPatients(db, check);
    case "beats":
      return addBeats(db, check);
    case "recording":
      return addRecording(db, check);
  }
}

/** The check of a record, with all that `addBlocks` added. To be called in a transaction. */
export function readBlocks(db: IsolineDatabase, record: CheckRecord): Promise<LoadedCheck> {
  switch (record.kind) {
    case "heart-rate":
      return readPatients(db, record);
    case "beats":
      return readBeats(db, record);
    case "recording":
      return readRecording(db, record);
  }
}

/** Whether all that `addBlocks` adds is there, told by keys alone. To be called in a transaction. */
export async function hasBlocks(db: IsolineDatabase, record: CheckRecord): Promise<boolean> {
  const ofCheck = (table: Table) => table.where("checkId").equals(record.id).count();
  const ofSignals = (table: Table) => table.where("signalsId").equals(record.signalsId).count();
  switch (record.kind) {
    case "heart-rate": {
      const patients = record.patientIds.length;
      return (await ofSignals(db.signals)) === patients && (await ofCheck(db.scores)) === patients;
    }
    case "beats":
      return (await ofSignals(db.beats)) === beatBlockCount(record.rows) && (await ofCheck(db.beatOutputs)) === 1;
    case "recording": {
      const blocks = record.leadNames.length * leadBlockCount(record.sampleCount);
      return (await ofSignals(db.recordings)) === 1 && (await ofSignals(db.leads)) === blocks && (await ofCheck(db.recordingResults)) === 1;
    }
  }
}

async function addPatients(db: IsolineDatabase, { record, patients, scores }: LoadedHeartRateCheck): Promise<void> {
  const { id, signalsId, patientIds } = record;
  if ((await db.signals.where("signalsId").equals(signalsId).count()) === 0) {
    await addInTurns(db.signals, patients.map((series, ordinal) => ({ signalsId, ordinal, series })));
  }
  await addInTurns(db.scores, scores.map((score, ordinal) => ({ checkId: id, ordinal, patientId: patientIds[ordinal], score })));
}

async function readPatients(db: IsolineDatabase, record: HeartRateCheckRecord): Promise<LoadedHeartRateCheck> {
  const signals = await db.signals.where("signalsId").equals(record.signalsId).sortBy("ordinal");
  const scores = await db.scores.where("checkId").equals(record.id).sortBy("ordinal");
  return { kind: "heart-rate", record, patients: signals.map(({ series }) => series), scores: scores.map(({ score }) => score) };
}

async function addBeats(db: IsolineDatabase, { record, beats, outputs }: LoadedBeatCheck): Promise<void> {
  const { id, signalsId } = record;
  if ((await db.beats.where("signalsId").equals(signalsId).count()) === 0) {
    for (const block of beatBlocks(signalsId, beats)) await db.beats.add(block);
  }
  await db.beatOutputs.add({ checkId: id, outputs });
}

async function readBeats(db: IsolineDatabase, record: BeatCheckRecord): Promise<LoadedBeatCheck> {
  const blocks = await db.beats.where("signalsId").equals(record.signalsId).sortBy("ordinal");
  const stored = await db.beatOutputs.get(record.id);
  if (stored === undefined) throw new Error("the outputs of the check are missing");
  return { kind: "beats", record, beats: joinBeats(blocks, record), outputs: stored.outputs };
}

async function addRecording(db: IsolineDatabase, { record, recording, beats, probabilities }: LoadedRecordingCheck): Promise<void> {
  const { id, signalsId } = record;
  if ((await db.recordings.get(signalsId)) === undefined) {
    await db.recordings.add(recordingFacts(signalsId, recording));
    for (const block of leadBlocks(signalsId, recording.leads)) await db.leads.add(block);
  }
  await db.recordingResults.add({ checkId: id, beats, probabilities });
}

async function readRecording(db: IsolineDatabase, record: RecordingCheckRecord): Promise<LoadedRecordingCheck> {
  const facts = await db.recordings.get(record.signalsId);
  const result = await db.recordingResults.get(record.id);
  if (facts === undefined || result === undefined) throw new Error("the recording or the result of the check is missing");
  const blocks = await db.leads.where("signalsId").equals(record.signalsId).toArray();
  const { beats, probabilities } = result;
  return { kind: "recording", record, recording: joinLeads(facts, blocks), beats, probabilities };
}

const BLOCKS_A_TURN = 32;

/** Adds blocks a few at a time: each is cloned on the page's thread, which must keep answering. */
async function addInTurns<Block, Key>(table: Table<Block, Key>, blocks: readonly Block[]): Promise<void> {
  for (let start = 0; start < blocks.length; start += BLOCKS_A_TURN) {
    await table.bulkAdd(blocks.slice(start, start + BLOCKS_A_TURN));
  }
}
