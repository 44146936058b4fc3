import { useLiveQuery } from "dexie-react-hooks";
import type { HeartRateCheckRecord } from "../../db/records.ts";
import { useServices } from "../shared/services.ts";

/** The saved checks of the heart rate of a recording, by the id of the recording's check, newest first. */
export function useHeartRateChecks(recordingCheckId: string): readonly HeartRateCheckRecord[] {
  const { repository } = useServices();
  const checks = useLiveQuery(
    () => repository.listChecks().then((records) => records.flatMap((record) => (record.kind === "heart-rate" && record.recordingCheckId === recordingCheckId ? [record] : [])), () => []),
    [recordingCheckId, repository],
  );
  return checks ?? [];
}
