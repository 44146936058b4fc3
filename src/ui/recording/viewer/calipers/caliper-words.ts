import { formatFixed } from "../../../shared/format.ts";
import type { CaliperReading } from "./caliper-maths.ts";

/** "812 ms · 74 bpm · +0.42 mV" */
export function caliperWords({ intervalMs, rateBpm, differenceMv }: CaliperReading): string {
  const sign = differenceMv > 0 ? "+" : "";
  return [
    `${formatFixed(intervalMs, 0)} ms`,
    ...(rateBpm === null ? [] : [`${formatFixed(rateBpm, 0)} bpm`]),
    `${sign}${formatFixed(differenceMv, 2).replace("-", "−")} mV`,
  ].join(" · ");
}
