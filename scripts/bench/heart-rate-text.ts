import type { AppTimes } from "./app.ts";
import type { HeartRateBench } from "./heart-rate.ts";
import type { Stage } from "./node-stages.ts";
import type { PeerTimes } from "./peer.ts";
import { formatTable, median } from "./table.ts";

const TARGET_RATIO = 6;

/** The bench of heart-rate tables as it is printed. */
export function heartRateText({ rows, megabytes, source, app, peer, stages }: HeartRateBench): string {
  const parts = [`${rows.toLocaleString("en")} rows, ${megabytes.toFixed(1)} MB, from ${source}`];
  if (app.length === 0) parts.push("The app is skipped: no Chrome or Chromium was found.");
  if (peer.length === 0) parts.push("The peer is skipped: no Python with pandas and scikit-learn was found (Debian: python3-pandas, python3-sklearn).");
  if (peer.length > 0) parts.push(peerText(peer));
  if (app.length > 0) parts.push(appText(app));
  if (app.length > 0 && peer.length > 0) {
    const ratio = median(peer.map(({ totalS }) => totalS)) / (median(app.map(({ plottedMs }) => plottedMs)) / 1000);
    parts.push(`The app is ${ratio.toFixed(1)} times as fast (to reach: ${TARGET_RATIO}).`);
  }
  return [...parts, stagesText(stages)].join("\n\n");
}

function peerText(times: readonly PeerTimes[]): string {
  const row = (name: string, key: keyof PeerTimes) => [name, seconds(median(times.map((time) => time[key])))];
  return formatTable(["pandas + scikit-learn", "s"], [
    row("Fit on the training rows", "fitS"), row("Reading", "readS"), row("Features", "featuresS"),
    row("Forest of 100 trees", "forestS"), row("Points of the plot", "plotS"), row("All", "totalS"),
  ]);
}

function appText(times: readonly AppTimes[]): string {
  const of = (key: keyof AppTimes) => median(times.map((time) => time[key]));
  const worst = (key: keyof AppTimes) => Math.max(...times.map((time) => time[key]));
  return formatTable(["The built app in Chromium", "", "to reach"], [
    ["File chosen → read, on screen", `${seconds(of("openedMs") / 1000)} s`, ""],
    ["File chosen → first plot on screen", `${seconds(of("plottedMs") / 1000)} s`, ""],
    [`Longest wait of ${times.reduce((sum, { keyPresses }) => sum + keyPresses, 0)} key presses`, `${worst("longestInputDelayMs").toFixed(0)} ms`, "100 ms"],
    ["Longest task of the page", worst("longestTaskMs") === 0 ? "< 50 ms" : `${worst("longestTaskMs").toFixed(0)} ms`, ""],
    ["Peak memory of the page's process", `${(worst("peakRendererBytes") / 2 ** 20).toFixed(0)} MiB`, "1024 MiB"],
  ]);
}

function stagesText(stages: readonly Stage[]): string {
  return formatTable(["Stages one by one in Node, one thread", "s", "per second"], stages.map(({ name, seconds: taken, amount, unit }) => [
    name, seconds(taken), unit === "MB" ? `${(amount / taken).toFixed(0)} MB` : `${Math.round(amount / taken).toLocaleString("en")} rows`,
  ]));
}

const seconds = (value: number): string => value.toFixed(2);
