import type { Browser, Page } from "@playwright/test";
import { installProbe, PROBE, type PageTimes } from "./page-probe.ts";
import { watchRendererMemory } from "./renderer-memory.ts";
import { openPage, serveApp } from "./served-app.ts";

export interface AppTimes extends PageTimes {
  readonly peakRendererBytes: number;
}

export interface AppBench {
  /** One check of `file` in a fresh browser profile. */
  readonly run: (file: string) => Promise<AppTimes>;
  readonly close: () => Promise<void>;
}

const KEY_EVERY_MS = 50;
const LIMIT_MS = 120_000;

/** Checks tables in the built app; null where there is no Chromium. */
export async function startApp(outDir: string): Promise<AppBench | null> {
  const app = await serveApp(outDir);
  if (app === null) return null;
  return { run: (file) => app.inBrowser((browser) => checkOnce(browser, app.url, file)), close: app.close };
}

async function checkOnce(browser: Browser, url: string, file: string): Promise<AppTimes> {
  const page = await openPage(browser, url, { height: 900, limitMs: LIMIT_MS });
  await chooseForest(page);
  await page.evaluate(installProbe, PROBE);
  const stopMemory = await watchRendererMemory(browser);
  const stopKeys = pressKeys(page);
  try {
    await page.locator("input[type=file]").first().setInputFiles(file);
    const times = (await page.evaluate((name) => (window as unknown as Record<string, Promise<unknown>>)[name], PROBE)) as PageTimes;
    return { ...times, peakRendererBytes: await stopMemory() };
  } finally {
    await stopKeys();
    await stopMemory();
  }
}

/** The published app's Isolation Forest: its three features, contamination 0.004, 100 trees (the default). */
async function chooseForest(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Isolation Forest" }).check();
  await page.getByText("Parameters", { exact: false }).first().click();
  await page.getByLabel("Features", { exact: true }).selectOption("published");
  await page.getByLabel("Contamination", { exact: true }).fill("0.004");
  await page.getByRole("heading", { name: "Check", exact: true }).focus();
}

/** Presses a key that does nothing, again and again, so that the page can time how long each waits. */
function pressKeys(page: Page): () => Promise<void> {
  const stop = new AbortController();
  const pressing = (async () => {
    while (!stop.signal.aborted) {
      await page.keyboard.press("Shift");
      await new Promise((resolve) => setTimeout(resolve, KEY_EVERY_MS));
    }
  })();
  return async () => {
    stop.abort();
    await pressing;
  };
}
