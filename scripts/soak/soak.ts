import type { Browser, Page } from "@playwright/test";
import { AppPage } from "../../e2e/app-page.ts";
import { openPage } from "../bench/served-app.ts";
import { timeLoad, type LoadTimes } from "./load.ts";
import { takeSample, type Sample } from "./sample.ts";

export interface SoakOptions {
  readonly rounds: number;
  /** whether a round ends with a lock and an unlock, which load the page anew; otherwise all of it is one session */
  readonly isLocked: boolean;
  /** for files that are made */
  readonly folder: string;
  readonly report: (text: string) => void;
}

export interface SoakOutcome {
  readonly rounds: number;
  readonly isLocked: boolean;
  readonly samples: readonly Sample[];
  /** whether every measure ended within `MOST_GROWTH` of where it stood after the first rounds */
  readonly isFlat: boolean;
  readonly load: LoadTimes;
}

const SAMPLES = 20;
/** Caches fill and code is compiled in the first rounds: growth is counted from there. */
export const MOST_GROWTH = 0.1;
const LIMIT_MS = 120_000;

/** A day of work in one page, then what it costs to find anything in it. */
export async function soak(browser: Browser, url: string, { rounds, isLocked, folder, report }: SoakOptions): Promise<SoakOutcome> {
  const page = await openPage(browser, url, { height: 900, limitMs: LIMIT_MS });
  const app = new AppPage(page);
  await app.start();
  const samples: Sample[] = [];
  const every = Math.max(1, Math.floor(rounds / SAMPLES));
  for (let round = 1; round <= rounds; round++) {
    await checkAndReview(app, page);
    if (round % every === 0) {
      const sample = await takeSample(page, round);
      samples.push(sample);
      report(`round ${round} of ${rounds}: heap ${(sample.heapBytes / 1e6).toFixed(1)} MB, ${sample.nodes} nodes, ${sample.listeners} listeners, ${sample.tensors} tensors`);
    }
    if (isLocked) await lockAndUnlock(app, page);
  }
  const load = await timeLoad(browser, app, page, { savedChecks: rounds, folder });
  return { rounds, isLocked, samples, isFlat: isFlat(samples), load };
}

/** A check of the sample by a network, a verdict on an event. */
async function checkAndReview(app: AppPage, page: Page): Promise<void> {
  await page.goto("./#/");
  await app.openSample();
  await app.check("1D-CNN");
  await page.keyboard.press("n");
  await page.keyboard.press("a");
  await page.locator("[data-verdict=accepted]").first().waitFor();
}

async function lockAndUnlock(app: AppPage, page: Page): Promise<void> {
  await page.keyboard.press("Shift+L");
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  await app.start();
}

/** The last sample against the second: the first one stands before all caches are full. */
function isFlat(samples: readonly Sample[]): boolean {
  const [, before] = samples;
  const after = samples.at(-1);
  if (after === undefined || samples.length < 3) return true;
  return (["heapBytes", "nodes", "listeners", "tensors", "tensorBytes"] as const).every((measure) => after[measure] <= before[measure] * (1 + MOST_GROWTH));
}
