/** For tests: repositories that need no sign-in. */
import type { Session } from "../lifecycle/accounts/account.ts";
import { IsolineDatabase } from "./database.ts";
import { createRepository, type Repository } from "./repository.ts";
import { deriveStoreKeys } from "./sealing/store-keys.ts";

export const TEST_KEYS = await deriveStoreKeys(new Uint8Array(32));

export const TEST_SESSION: Session = { kind: "account", accountId: "a", name: "A. Nurse", role: "administrator" };

export const testRepository = (databaseName: string, session: Session = TEST_SESSION): Repository => createRepository({ db: new IsolineDatabase(databaseName, TEST_KEYS.sealing), keys: TEST_KEYS, session });
