import type { Session } from "../../lifecycle/accounts/account.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../lifecycle/settings.ts";
import type { IsolineDatabase } from "../database.ts";
import { explained } from "../explained.ts";
import { permitted } from "../permitted.ts";
import { readable } from "../readable.ts";
import type { ActivityLog } from "./activity-log.ts";

export function createSettingsStore(db: IsolineDatabase, { logged }: ActivityLog, session: Session) {
  const put = permitted(session, "change settings", (key: keyof Settings, value: unknown, what: string): Promise<void> =>
    logged([db.settings], () => db.settings.put({ key, value }).then(() => undefined), () => ({ action: "setting", what, modelId: "", details: { setting: key } })),
  );
  return {
    /** Every setting, as at first where its record was damaged: live. */
    all: (): Promise<Settings> =>
      explained(readable(db.settings, () => db.settings.toCollection()).then(({ records }) => ({ ...DEFAULT_SETTINGS, ...Object.fromEntries(records.map(({ key, value }) => [key, value])) }))),

    /** `what` is the sentence for the log. */
    set: <Key extends keyof Settings>(key: Key, value: Settings[Key], what: string): Promise<void> => put(key, value, what),
  };
}
