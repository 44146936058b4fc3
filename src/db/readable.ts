import Dexie, { type Collection, type PromiseExtended, type Table } from "dexie";
import { ProblemError } from "../ecg/problem.ts";

/** Whether a record could not be opened because it was altered or damaged. */
const isDamaged = (cause: unknown): boolean => cause instanceof ProblemError && cause.code === "record-damaged";

/** What was read; null where a record of it was altered or damaged. */
export const unlessDamaged = <Value>(work: Promise<Value>): Promise<Value | null> => work.catch(ifDamaged(() => null));

/** The records that can be read, and the keys of those that cannot: one that was damaged must not hide the others. */
export interface Readable<Item, Key> {
  readonly records: Item[];
  readonly damaged: Key[];
}

// Promises of Dexie's own are chained, not awaited: functions that await one another lose its transaction after a few.

export const readable = <Item, Key>(table: Table<Item, Key>, collection: () => Collection<Item, Key>): PromiseExtended<Readable<Item, Key>> =>
  collection().toArray().then(allRead<Item, Key>, ifDamaged(() => collection().primaryKeys().then((keys) => oneByOne(table, keys))));

/** Of some keys; those under which nothing lies are passed over. */
export const readableOf = <Item, Key>(table: Table<Item, Key>, keys: readonly NoInfer<Key>[]): PromiseExtended<Readable<Item, Key>> =>
  table.bulkGet([...keys]).then(allRead<Item, Key>, ifDamaged(() => oneByOne(table, keys)));

const allRead = <Item, Key>(records: readonly (Item | undefined)[]): Readable<Item, Key> => ({ records: records.filter((record) => record !== undefined), damaged: [] });

/** What is done about a failure: others are passed on. */
export const ifDamaged = <Result>(otherwise: () => Result) => (cause: unknown): Result => {
  if (isDamaged(cause)) return otherwise();
  throw cause;
};

function oneByOne<Item, Key>(table: Table<Item, Key>, keys: readonly Key[]): PromiseExtended<Readable<Item, Key>> {
  const records: Item[] = [];
  const damaged: Key[] = [];
  const read = (key: Key): PromiseLike<unknown> => table.get(key).then((record) => record !== undefined && records.push(record), ifDamaged(() => damaged.push(key)));
  return keys.reduce((before, key) => before.then(() => read(key)), Dexie.Promise.resolve<unknown>(undefined)).then(() => ({ records, damaged }));
}
