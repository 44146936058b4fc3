import { formatTable } from "../table.ts";
import type { BackupTimes, Measured } from "./backup.ts";

const mebibytes = (bytes: number) => Math.round(bytes / 2 ** 20).toLocaleString("en");
const row = (what: string, { tookS, restBytes, peakBytes }: Measured) => [what, tookS.toFixed(0), mebibytes(restBytes), mebibytes(peakBytes)];

/** The bench of a backup as it is printed. */
export function backupText(times: BackupTimes | null): string {
  if (times === null) return "There is no Chromium, so that the page was not measured.";
  const { checks, fileBytes, written, restored } = times;
  return formatTable(
    [`${checks} days of three leads in one backup of ${mebibytes(fileBytes)} MiB, one run`, "s", "page's memory before, MiB", "at most, MiB"],
    [row("written", written), row("restored on another device", restored)],
  );
}
