// Measures the check of a million rows: `npm run bench -- [--data DIR] [--runs N] [--rows N]`.
// DIR holds labelled.csv and train.csv; without it the shipped sample is repeated, and trained on by the peer.
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startApp, type AppTimes } from "./bench/app.ts";
import { writeRepeated } from "./bench/million-rows.ts";
import { timeStages } from "./bench/node-stages.ts";
import { findPython, runPeer, type PeerTimes } from "./bench/peer.ts";
import { formatTable, median } from "./bench/table.ts";

const SAMPLE = "public/samples/heart-rate.csv";
const TARGET_RATIO = 6;

const { values } = parseArgs({
  options: { data: { type: "string" }, runs: { type: "string", default: "3" }, rows: { type: "string", default: "1000000" } },
});
const runs = Number(values.runs);
const labelled = values.data === undefined ? SAMPLE : join(values.data, "labelled.csv");
const train = values.data === undefined ? SAMPLE : join(values.data, "train.csv");
for (const file of [labelled, train]) if (!existsSync(file)) throw new Error(`${file} is missing`);

const folder = await mkdtemp(join(tmpdir(), "isoline-bench-"));
try {
  const file = join(folder, "million.csv");
  const bytes = await writeRepeated(labelled, file, Number(values.rows));
  console.log(`${Number(values.rows).toLocaleString("en")} rows, ${(bytes / 1e6).toFixed(1)} MB, from ${labelled}; ${cpus().length} cores; medians of ${runs} runs\n`);
  await compare(file);
  await showStages(file);
} finally {
  await rm(folder, { recursive: true });
}

/** The app and the peer take turns, so that a busy moment of the machine meets both. */
async function compare(file: string): Promise<void> {
  const app = await startApp(join(folder, "dist"));
  const python = findPython();
  if (app === null) console.log("The app is skipped: no Chrome or Chromium was found.");
  if (python === null) console.log("The peer is skipped: no Python with pandas and scikit-learn was found (Debian: python3-pandas, python3-sklearn).");
  const appTimes: AppTimes[] = [];
  const peerTimes: PeerTimes[] = [];
  for (let run = 0; run < runs; run++) {
    if (app !== null) appTimes.push(await app.run(file));
    if (python !== null) peerTimes.push(runPeer(python, file, train));
  }
  await app?.close();
  if (peerTimes.length > 0) showPeer(peerTimes);
  if (appTimes.length > 0) showApp(appTimes);
  if (appTimes.length > 0 && peerTimes.length > 0) {
    const ratio = median(peerTimes.map(({ totalS }) => totalS)) / (median(appTimes.map(({ plottedMs }) => plottedMs)) / 1000);
    console.log(`\nThe app is ${ratio.toFixed(1)} times as fast (to reach: ${TARGET_RATIO}).\n`);
  }
}

function showPeer(times: readonly PeerTimes[]): void {
  const row = (name: string, key: keyof PeerTimes) => [name, seconds(median(times.map((time) => time[key])))];
  console.log(
    formatTable(["pandas + scikit-learn", "s"], [
      row("Fit on the training rows", "fitS"), row("Reading", "readS"), row("Features", "featuresS"),
      row("Forest of 100 trees", "forestS"), row("Points of the plot", "plotS"), row("All", "totalS"),
    ]),
  );
}

function showApp(times: readonly AppTimes[]): void {
  const of = (key: keyof AppTimes) => median(times.map((time) => time[key]));
  const worst = (key: keyof AppTimes) => Math.max(...times.map((time) => time[key]));
  console.log(
    `\n${formatTable(["The built app in Chromium", "", "to reach"], [
      ["File chosen → read, on screen", `${seconds(of("openedMs") / 1000)} s`, ""],
      ["File chosen → first plot on screen", `${seconds(of("plottedMs") / 1000)} s`, ""],
      [`Longest wait of ${times.reduce((sum, { keyPresses }) => sum + keyPresses, 0)} key presses`, `${worst("longestInputDelayMs").toFixed(0)} ms`, "100 ms"],
      ["Longest task of the page", worst("longestTaskMs") === 0 ? "< 50 ms" : `${worst("longestTaskMs").toFixed(0)} ms`, ""],
      ["Peak memory of the page's process", `${(worst("peakRendererBytes") / 2 ** 20).toFixed(0)} MiB`, "1024 MiB"],
    ])}`,
  );
}

async function showStages(file: string): Promise<void> {
  const stages = await timeStages(file, labelled);
  console.log(
    formatTable(["Stages one by one in Node, one thread", "s", "per second"], stages.map(({ name, seconds: taken, amount, unit }) => [
      name, seconds(taken), unit === "MB" ? `${(amount / taken).toFixed(0)} MB` : `${Math.round(amount / taken).toLocaleString("en")} rows`,
    ])),
  );
}

function seconds(value: number): string {
  return value.toFixed(2);
}
