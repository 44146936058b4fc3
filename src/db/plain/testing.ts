/** For tests: what was stored before there was encryption, as the app finds it afterwards. */
import { IsolineDatabase } from "../database.ts";
import { createRepository, type Repository } from "../repository.ts";
import { readJson, type StoreFixture } from "../store-fixture.ts";
import { TEST_KEYS, TEST_SESSION } from "../testing.ts";
import { movePlainStore } from "./move-plain-store.ts";

/** The repository after the plain store of that name was moved into it. */
export async function movedRepository(plainName: string): Promise<Repository> {
  const db = new IsolineDatabase(`${plainName}-sealed`, TEST_KEYS.sealing);
  await movePlainStore(plainName, db, TEST_KEYS.index);
  return createRepository({ db, keys: TEST_KEYS, session: TEST_SESSION });
}

/** The store of a schema before 6. */
export const readFixture = (schema: number): Promise<StoreFixture> => readJson(new URL(`fixtures/schema-${schema}.json`, import.meta.url));
