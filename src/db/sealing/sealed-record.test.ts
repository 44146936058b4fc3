import { expect, it } from "vitest";
import { TEST_KEYS } from "../testing.ts";
import { openRecord, sealRecord, type TableSeal } from "./sealed-record.ts";
import { deriveStoreKeys } from "./store-keys.ts";

const how: TableSeal = { table: "verdicts", plainFields: ["key", "checkId"], schema: 6, key: TEST_KEYS.sealing };
const record = { key: "k", checkId: "c", patientId: "Ann Example", verdict: "rejected" };

it("opens what it sealed, with what it is found by in the clear and all else hidden", async () => {
  const stored = await sealRecord(how, record);
  expect(Object.keys(stored).sort()).toEqual(["checkId", "key", "schema", "sealed"]);
  expect(Buffer.from(stored.sealed).toString("latin1")).not.toMatch(/Ann|rejected/);
  expect(await openRecord(how, stored)).toEqual(record);
});

it("never seals twice alike", async () => {
  const [a, b] = [await sealRecord(how, record), await sealRecord(how, record)];
  expect(Buffer.from(a.sealed).equals(Buffer.from(b.sealed))).toBe(false);
});

it("refuses a record of another table, under another key, of another schema, with other fields, or altered in any byte", async () => {
  const stored = await sealRecord(how, record);
  const other = await deriveStoreKeys(new Uint8Array(32).fill(1));
  const refused = { code: "record-damaged" };
  await expect(openRecord({ ...how, table: "relabels" }, stored)).rejects.toMatchObject(refused);
  await expect(openRecord({ ...how, key: other.sealing }, stored)).rejects.toMatchObject(refused);
  await expect(openRecord(how, { ...stored, schema: 7 })).rejects.toMatchObject(refused);
  await expect(openRecord(how, { ...stored, key: "l" })).rejects.toMatchObject(refused);
  await expect(openRecord(how, { ...stored, checkId: "d" })).rejects.toMatchObject(refused);
  for (let byte = 0; byte < stored.sealed.length; byte++) {
    const sealed = stored.sealed.with(byte, stored.sealed[byte] ^ 1);
    await expect(openRecord(how, { ...stored, sealed })).rejects.toMatchObject(refused);
  }
  await expect(openRecord(how, { ...stored, sealed: stored.sealed.slice(0, -1) })).rejects.toMatchObject(refused);
  await expect(openRecord(how, { ...stored, sealed: new Uint8Array() })).rejects.toMatchObject(refused);
});
