import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { AppPage } from "../../../e2e/app-page.ts";
import { watchRendererMemory } from "../renderer-memory.ts";
import { seconds } from "../seconds.ts";
import { openPage, serveApp } from "../served-app.ts";
import { checkDay, openDay, savedDay, stripOf } from "./check-day.ts";
import { writeDay } from "./day-record.ts";
import { dragOver, wheelOver, type FrameRate } from "./frame-rate.ts";

export interface DayTimes {
  readonly openedS: number;
  readonly checkedS: number;
  /** the saved check opened again, from IndexedDB to the strip */
  readonly reopenedS: number;
  readonly frames: readonly (FrameRate & { readonly what: string })[];
  readonly peakRendererBytes: number;
}

const LIMIT_MS = 600_000;
/** Pyramids are built behind the strip. */
const PYRAMIDS_MS = 15_000;

/** A recording of a day in the built app: opened, checked, moved at each level, opened again. Null where there is no Chromium. */
export async function benchDay(folder: string): Promise<DayTimes | null> {
  const app = await serveApp(join(folder, "dist"));
  if (app === null) return null;
  try {
    const files = await writeDay(folder);
    return await app.inBrowser((browser) => reviewDay(browser, app.url, files));
  } finally {
    await app.close();
  }
}

async function reviewDay(browser: Browser, url: string, files: readonly string[]): Promise<DayTimes> {
  const page = await openPage(browser, url, { height: 1000, limitMs: LIMIT_MS });
  const stopMemory = await watchRendererMemory(browser);
  try {
    const openedS = await seconds(() => openDay(page, files));
    const checkedS = await seconds(() => checkDay(page));
    await savedDay(page);
    await page.waitForTimeout(PYRAMIDS_MS);
    const frames = await moveEverywhere(page);
    const reopenedS = await reopened(page);
    return { openedS, checkedS, reopenedS, frames, peakRendererBytes: await stopMemory() };
  } finally {
    await stopMemory();
  }
}

/** In a page that holds nothing of the check any more. */
async function reopened(page: Page): Promise<number> {
  await page.goto("./#/history");
  await new AppPage(page).reload();
  const saved = page.getByRole("link", { name: "day", exact: true });
  await saved.waitFor();
  return seconds(async () => {
    await saved.click();
    await stripOf(page).waitFor();
  });
}

async function moveEverywhere(page: Page): Promise<DayTimes["frames"]> {
  const strip = stripOf(page);
  const zoomOut = async (times: number) => {
    await strip.focus();
    for (let i = 0; i < times; i++) await page.keyboard.press("-");
  };
  const frames: (FrameRate & { what: string })[] = [];
  for (const { what, zoom } of [{ what: "seconds", zoom: 0 }, { what: "minutes", zoom: 5 }, { what: "hours", zoom: 5 }]) {
    await zoomOut(zoom);
    frames.push({ what: `strip of ${what}, wheel`, ...(await wheelOver(page, strip)) }, { what: `strip of ${what}, drag`, ...(await dragOver(page, strip)) });
  }
  await strip.focus();
  await page.keyboard.press("0");
  frames.push({ what: "window of the whole recording, drag", ...(await dragOver(page, page.getByRole("group", { name: "Whole recording" }))) });
  return frames;
}
