import { DEFAULT_SETTINGS, type Settings } from "../../lifecycle/settings.ts";
import type { IsolineDatabase } from "../database.ts";
import { explained } from "../explained.ts";
import type { ActivityLog } from "./activity-log.ts";

export function createSettingsStore(db: IsolineDatabase, { logged }: ActivityLog) {
  return {
    /** Every setting: live. */
    all: (): Promise<Settings> =>
      explained(db.settings.toArray().then((records) => ({ ...DEFAULT_SETTINGS, ...Object.fromEntries(records.map(({ key, value }) => [key, value])) }))),

    /** Who works here is a sign-in, everything else a setting in the log; `what` is the sentence for it. */
    set: <Key extends keyof Settings>(key: Key, value: Settings[Key], what: string): Promise<void> =>
      logged([], () => db.settings.put({ key, value }).then(() => undefined), () => ({ action: key === "operator" ? "sign-in" : "setting", what, modelId: "", details: { setting: key } })),
  };
}
