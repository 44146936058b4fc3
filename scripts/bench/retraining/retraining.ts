import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { findPython } from "../peer.ts";
import { openPage, serveApp } from "../served-app.ts";
import { runTorch } from "./torch-peer.ts";

export const BEATS = 5000;
export const EPOCHS = 5;

export interface RetrainingTimes {
  /** "Start training" pressed → the version is registered */
  readonly trainedS: number;
  /** longest time from a key press to the frame after it, while training */
  readonly longestKeyMs: number;
  readonly keyPresses: number;
  /** PyTorch on as many threads as there are cores, the same network, beats and epochs; null where there is none */
  readonly torchS: number | null;
}

const LIMIT_MS = 600_000;
const KEY_EVERY_MS = 100;

/** The default CNN trained in the built app for 5 epochs on 5,000 beats, every one in every epoch. Null where there is no Chromium. */
export async function benchRetraining(folder: string): Promise<RetrainingTimes | null> {
  const app = await serveApp(join(folder, "dist"));
  if (app === null) return null;
  try {
    const file = join(folder, "beats.csv");
    await writeBeats(file);
    const times = await app.inBrowser((browser) => trainOnce(browser, app.url, file));
    const python = findPython(["torch", "numpy"]);
    return { ...times, torchS: python === null ? null : runTorch(python, file, EPOCHS) };
  } finally {
    await app.close();
  }
}

/** The sample's labelled beats, again and again until there are enough. */
async function writeBeats(path: string): Promise<void> {
  const sample = (await readFile(new URL("../../../public/samples/heartbeats.csv", import.meta.url), "utf8")).trimEnd().split("\n");
  await writeFile(path, Array.from({ length: BEATS }, (_, beat) => sample[beat % sample.length]).join("\n"));
}

async function trainOnce(browser: Browser, url: string, file: string): Promise<Omit<RetrainingTimes, "torchS">> {
  const page = await openPage(browser, `${url}#/train?model=beat-cnn`, { height: 900, limitMs: LIMIT_MS });
  await page.getByRole("radio", { name: "A labelled file" }).check();
  await page.locator("input[type=file]").first().setInputFiles(file);
  await page.getByText("Parameters of 1D-CNN").click();
  await page.getByLabel("Epochs", { exact: true }).fill(String(EPOCHS));
  await page.getByLabel("Normal beats an epoch", { exact: true }).fill("1");
  const start = page.getByRole("button", { name: "Start training" });
  await start.isEnabled();
  const startMs = performance.now();
  await start.click();
  const stopKeys = timeKeys(page);
  await page.getByText("is registered as challenger").waitFor();
  return { trainedS: (performance.now() - startMs) / 1000, ...(await stopKeys()) };
}

/** Presses a key that does nothing, again and again; the page times each press to the frame after it. */
function timeKeys(page: Page): () => Promise<Pick<RetrainingTimes, "longestKeyMs" | "keyPresses">> {
  const stop = new AbortController();
  const pressing = (async () => {
    await page.evaluate(() => {
      const delays: number[] = [];
      Object.assign(window, { isolineKeyDelays: delays });
      document.addEventListener("keydown", ({ timeStamp }) => requestAnimationFrame(() => delays.push(performance.now() - timeStamp)), true);
    });
    while (!stop.signal.aborted) {
      await page.keyboard.press("Shift");
      await new Promise((resolve) => setTimeout(resolve, KEY_EVERY_MS));
    }
  })();
  return async () => {
    stop.abort();
    await pressing;
    const delays = await page.evaluate(() => (window as unknown as { isolineKeyDelays: number[] }).isolineKeyDelays);
    return { longestKeyMs: Math.max(...delays), keyPresses: delays.length };
  };
}
