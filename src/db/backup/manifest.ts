import * as v from "valibot";
import type { StoredCheck } from "../database.ts";

/** What a backup says of a check, to choose it by. */
const BackedUpCheck = v.object({ id: v.string(), signalsId: v.string(), kind: v.picklist(["heart-rate", "beats", "recording"]), name: v.string(), createdAt: v.string(), rows: v.number(), isDeleted: v.boolean() });
export type BackedUpCheck = v.InferOutput<typeof BackedUpCheck>;

/** The first content of a backup. */
export const Manifest = v.object({
  /** ISO 8601 */
  createdAt: v.string(),
  appVersion: v.string(),
  checks: v.array(BackedUpCheck),
  /** of all that follows */
  records: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type Manifest = v.InferOutput<typeof Manifest>;

/** Every content after the first: records of one table. The last one is empty. */
export const SomeRecords = v.object({ table: v.string(), records: v.array(v.record(v.string(), v.unknown())) });

export const aboutCheck = ({ id, signalsId, kind, name, createdAt, rows, deletedAt }: StoredCheck): BackedUpCheck => ({ id, signalsId, kind, name, createdAt, rows, isDeleted: deletedAt !== "" });
