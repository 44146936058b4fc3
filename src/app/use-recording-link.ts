import { useLiveQuery } from "dexie-react-hooks";
import { useMemo } from "react";
import type { CheckRecord } from "../db/records.ts";
import type { Repository } from "../db/repository.ts";
import type { RecordingLink } from "../ui/result/recording/recording-link.ts";
import { formatRoute, resultRoute } from "./routes.ts";
import type { KeptCheck } from "./use-check-saving.ts";

/** The check of a recording, by id, that a check of heart rates leads to; null without an id and until it is known. */
export function useRecordingLink(id: string | undefined, kept: readonly KeptCheck[], repository: Repository): RecordingLink | null {
  const inMemory = kept.find(({ check, state }) => check.record.id === id && state.kind !== "saved")?.check.record;
  const found = useLiveQuery(async () => (id === undefined ? undefined : { id, record: await repository.checkRecord(id).catch(() => undefined) }), [id, repository]);
  const isKnown = id !== undefined && found?.id === id;
  const record: CheckRecord | undefined = inMemory ?? (isKnown ? found.record : undefined);
  return useMemo(() => {
    if (record?.kind === "recording") {
      const { id: checkId, name, leadNames, leadIndex } = record;
      return { kind: "there", name, leadName: leadNames[leadIndex], hrefAt: ({ timeS, beat }) => formatRoute(resultRoute(checkId, { atS: timeS, beat })) };
    }
    return isKnown ? { kind: "deleted" } : null;
  }, [record, isKnown]);
}
