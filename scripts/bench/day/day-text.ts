import { formatTable } from "../table.ts";
import { DAY } from "./day-record.ts";
import type { DayTimes } from "./day.ts";

/** The bench of a day as it is printed. */
export function dayText(times: DayTimes | null): string {
  if (times === null) return "There is no Chromium, so that the page was not measured.";
  const { openedS, checkedS, reopenedS, frames, peakRendererBytes } = times;
  return [
    formatTable(
      [`${DAY.hours} hours of ${DAY.leads.length} leads at ${DAY.samplingRateHz} Hz in Chromium, one run`, "s"],
      [["opened", openedS.toFixed(1)], ["checked", checkedS.toFixed(1)], ["saved check opened again", reopenedS.toFixed(1)]],
    ),
    `Peak of the page's memory: ${Math.round(peakRendererBytes / 2 ** 20).toLocaleString("en")} MiB`,
    "",
    formatTable(["Moved for 5 s", "frames/s", "longest tenth from, ms"], frames.map(({ what, framesPerSecond, p90Ms }) => [what, framesPerSecond.toFixed(1), p90Ms.toFixed(0)])),
  ].join("\n");
}
