// Dexie looks for a store when it is loaded, and others load it after this.
import "fake-indexeddb/auto";
import fc from "fast-check";
import { openBackup } from "../../../src/db/backup/open-backup.ts";
import { frameOf, piecesOf } from "../../../src/db/backup/frames.ts";
import { headerBytes, type BackupHeader } from "../../../src/db/backup/header.ts";
import { SCHEMA } from "../../../src/db/database.ts";
import { keyOfPassphrase } from "../../../src/db/sealing/key-of-secret.ts";
import { encodeRecord } from "../../../src/db/sealing/record-codec.ts";
import type { Random } from "../../../src/ecg/numeric/random.ts";
import { fileOf, fileTarget, quietControl, type Files } from "../file-target.ts";
import { defineTarget, type FuzzFile } from "../fuzz-target.ts";
import { HOSTILE_TEXTS } from "../mutate/hostile.ts";
import { mutateBytes, type Bytes } from "../mutate/mutate-bytes.ts";
import { pick } from "../mutate/pick.ts";

const PASSPHRASE = "seven ravens cross the moor";
const HEADER: BackupHeader = { format: 2, fileId: "00000000-0000-4000-8000-000000000000", schema: SCHEMA, salt: new Uint8Array(32) };

/** Of what an attacker who knows the passphrase may seal: what one frame holds a file, sealed when the case is run. */
const UNSEALED = ".frame";

const manifest = encodeRecord({ createdAt: "2026-11-21T10:00:00.000Z", appVersion: "0.1.0", checks: [{ id: "a", signalsId: "s", kind: "heart-rate", name: "ward.csv", createdAt: "2026-11-21T10:00:00.000Z", rows: 3, isDeleted: false }], records: 2 });
const records = encodeRecord({ table: "checks", records: [{ id: "a", scores: Float32Array.of(1, 2), names: new Map([["x", 1]]) }, { id: "b", note: null }] });
const nothing = encodeRecord({ table: "", records: [] });
const CONTENTS = [manifest, records, nothing];

const keys = new Map<string, Promise<CryptoKey>>();

/** Argon2id takes its time for every salt: once. */
function rememberedKey(passphrase: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const name = salt.join();
  const key = keys.get(name) ?? keyOfPassphrase(passphrase, salt);
  keys.set(name, key);
  return key;
}

async function sealed(framed: readonly Uint8Array<ArrayBuffer>[], header = HEADER): Promise<Blob> {
  const how = { header, key: await rememberedKey(PASSPHRASE, header.salt) };
  return new Blob([headerBytes(header), ...(await Promise.all(framed.map((each, index) => frameOf(each, index, index === framed.length - 1, how))))]);
}

const inPieces = (contents: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer>[] => contents.flatMap((content) => [...piecesOf(content)]);

/** A change of bytes; of what a frame holds also the extension types and lengths that MessagePack knows. */
function mutateFile({ name, bytes }: FuzzFile, random: Random): Bytes {
  if (!name.endsWith(UNSEALED) || bytes.length === 0 || random.uniform() < 0.5) return mutateBytes(bytes, random);
  const changed = bytes.slice();
  changed.set(pick(random, [[0xdd, 0xff, 0xff, 0xff, 0xff], [0xdf, 0xff, 0xff, 0xff, 0xff], [0xc6, 0x7f, 0xff, 0xff, 0xff], [0xc7, 3, 8], [0xc7, 1, 9], [0xd4, 10, 0], [0xdb, 0xff, 0xff, 0xff, 0xff], [0xcb, 0x7f, 0xf8]]).slice(0, bytes.length), random.integer(Math.max(1, bytes.length - 5)));
  return changed;
}

const anyRecord = fc.dictionary(fc.oneof(fc.constantFrom("table", "records", "checks", "id", ...HOSTILE_TEXTS.filter((text) => text !== "__proto__")), fc.string({ maxLength: 8 })), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 6 });

const framesOf = (contents: readonly Uint8Array<ArrayBuffer>[]): Files => inPieces(contents).map((framed, index) => fileOf(`${index}${UNSEALED}`, framed));

const backupOf = async (file: Blob): Promise<Files> => [fileOf("ward.isoline-backup", new Uint8Array(await file.arrayBuffer()))];

/** A file that was altered on its way, and one that was sealed by its key with anything in it. */
export const backupTarget = defineTarget(
  fileTarget({
    name: "backup",
    corpus: async () => [await backupOf(await sealed(inPieces(CONTENTS))), await backupOf(await sealed(CONTENTS, { ...HEADER, format: 1 })), framesOf(CONTENTS)],
    mutateFile,
    generated: fc.array(anyRecord, { minLength: 1, maxLength: 4 }).map((each) => framesOf(each.map((record) => encodeRecord({ ...record })))),
    async read(files) {
      const isSealed = files.some(({ name }) => !name.endsWith(UNSEALED));
      const file = isSealed ? files[0] : await sealed(await Promise.all(files.map(async (each) => new Uint8Array(await each.arrayBuffer()))));
      const backup = await openBackup(file, PASSPHRASE, rememberedKey);
      let read = 0;
      for await (const frame of backup.records(quietControl, "Verifying")) read += frame.records.length;
      return `${backup.manifest.checks.length} checks, ${read} records`;
    },
  }),
);
