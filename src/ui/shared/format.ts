/** Numbers as the reader sees them, written the same way everywhere (English, tabular). */

/** Stands where there is no value. */
export const NO_VALUE = "–";

const count = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const dateTime = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** 12153 → "12,153" */
export function formatCount(value: number): string {
  return count.format(value);
}

/** (1, "row") → "1 row"; (12153, "row") → "12,153 rows"; irregular plurals are passed. */
export function formatCounted(value: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(value)} ${value === 1 ? noun : plural}`;
}

/** A share from 0 to 1 with three decimals, as metrics are printed: 0.9444 → ".944", 1 → "1.000"; null or NaN → "–". */
export function formatShare(value: number | null): string {
  if (value === null || Number.isNaN(value)) return NO_VALUE;
  return formatFixed(value, 3).replace(/^0\./, ".");
}

/** 0.1234 → "12.3 %" */
export function formatPercent(share: number, digits = 1): string {
  return `${formatFixed(share * 100, digits)} %`;
}

/** A fixed number of decimals; never "-0.0"; null or not finite → "–". */
export function formatFixed(value: number | null, digits: number): string {
  if (value === null || !Number.isFinite(value)) return NO_VALUE;
  return value.toFixed(digits).replace(/^-(0(?:\.0+)?)$/, "$1");
}

/** 950 → "950 bytes", 22_400_000 → "22.4 MB" (powers of ten, as file managers show them) */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return formatCounted(bytes, "byte");
  const units = ["kB", "MB", "GB", "TB"];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value.toFixed(value < 10 ? 1 : 0)} ${units[unit]}`;
}

/** How long something took: 84 → "84 ms", 1234 → "1.2 s", 125_000 → "2 min 5 s" */
export function formatDuration(durationMs: number): string {
  if (durationMs < 999.5) return `${Math.round(durationMs)} ms`;
  if (durationMs < 59_950) return `${(durationMs / 1000).toFixed(1)} s`;
  const seconds = Math.round(durationMs / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A time in a recording: 581.3 → "0:09:41.3" */
export function formatClock(timeS: number): string {
  const tenths = Math.round(Math.abs(timeS) * 10);
  const hours = Math.floor(tenths / 36_000);
  const minutes = Math.floor(tenths / 600) % 60;
  const seconds = ((tenths % 600) / 10).toFixed(1);
  return `${timeS < 0 && tenths > 0 ? "−" : ""}${hours}:${String(minutes).padStart(2, "0")}:${seconds.padStart(4, "0")}`;
}

/** ISO 8601 or milliseconds since the epoch → "21 Nov 2026, 14:05" in the reader's time zone */
export function formatDateTime(moment: string | number): string {
  return dateTime.format(new Date(moment));
}
