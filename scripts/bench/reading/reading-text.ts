import { formatTable, median } from "../table.ts";
import type { ReadingTimes } from "./reading.ts";

const TARGET_S = 2;

/** The bench of reading as it is printed. */
export function readingText(times: readonly ReadingTimes[]): string {
  return formatTable(
    ["Reading 100 MB of heartbeats in Node", "s", "MB/s", "to reach"],
    times.flatMap(({ file, megabytes, beats, oursS, papaStringsS, papaNumbersS }) => {
      const row = (name: string, runs: readonly number[], target = "") => [name, median(runs).toFixed(2), (megabytes / median(runs)).toFixed(0), target];
      return [
        row(`${file}, ${beats.toLocaleString("en")} beats`, oursS, `${TARGET_S} s`),
        row("  Papa Parse, rows of strings", papaStringsS),
        row("  Papa Parse, dynamicTyping", papaNumbersS),
      ];
    }),
  );
}
