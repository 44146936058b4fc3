import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import type { AppPage } from "../../e2e/app-page.ts";
import { watchRendererMemory } from "../bench/renderer-memory.ts";

export interface FileTimes {
  readonly rows: number;
  readonly patients: number;
  /** file chosen → its summary is on the screen */
  readonly readMs: number;
  /** Check Anomalies pressed → the result is on the screen */
  readonly checkedMs: number;
  readonly peakRendererBytes: number;
}

export interface LoadTimes {
  readonly savedChecks: number;
  /** the link pressed → every saved check can be scrolled to; the median of several */
  readonly listMs: number;
  /** the last letter typed → only what matches is listed; the median of several */
  readonly searchMs: number;
  readonly files: readonly FileTimes[];
}

const REPEATS = 7;

/** How long it takes to find one of the saved checks, and to check files of many patients and of many rows. */
export async function timeLoad(browser: Browser, app: AppPage, page: Page, folder: string): Promise<LoadTimes> {
  const lists: number[] = [];
  const searches: number[] = [];
  let savedChecks = 0;
  for (let i = 0; i < REPEATS; i++) {
    await page.goto("./#/");
    await page.getByRole("heading", { level: 1, name: "Check" }).waitFor();
    lists.push(await timedInPage(page, "#/history", "main:has(input[type=search]) table tbody tr"));
    savedChecks = await page.locator("table tbody tr").count();
    searches.push(await timedSearch(page));
  }
  const files = [await timedFile(browser, app, page, { folder, patients: 2000, rowsEach: 50 }), await timedFile(browser, app, page, { folder, patients: 100, rowsEach: 10_000 })];
  return { savedChecks, listMs: middle(lists), searchMs: middle(searches), files };
}

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1];

/** Goes to an address; until the first match is drawn, as the page's own clock has it. */
function timedInPage(page: Page, hash: string, selector: string): Promise<number> {
  return page.evaluate(
    ([to, wanted]) =>
      new Promise<number>((resolve) => {
        const startMs = performance.now();
        const look = () => (document.querySelector(wanted) === null ? requestAnimationFrame(look) : requestAnimationFrame(() => resolve(performance.now() - startMs)));
        window.location.hash = to;
        look();
      }),
    [hash, selector] as const,
  );
}

/** A search that nothing matches: every check has been looked at when the screen says so. */
async function timedSearch(page: Page): Promise<number> {
  await page.evaluate(() => {
    document.querySelector("input[type=search]")?.addEventListener("input", () => {
      const startMs = performance.now();
      const look = () => {
        if (document.querySelector("table tbody tr") === null) requestAnimationFrame(() => document.body.setAttribute("data-searched-ms", String(performance.now() - startMs)));
        else requestAnimationFrame(look);
      };
      look();
    }, { once: true });
  });
  await page.getByLabel("Search").fill("zzz");
  await page.locator("body[data-searched-ms]").waitFor();
  const tookMs = Number(await page.locator("body").getAttribute("data-searched-ms"));
  await page.evaluate(() => document.body.removeAttribute("data-searched-ms"));
  await page.getByLabel("Search").fill("");
  return tookMs;
}

async function timedFile(browser: Browser, app: AppPage, page: Page, { folder, patients, rowsEach }: { readonly folder: string; readonly patients: number; readonly rowsEach: number }): Promise<FileTimes> {
  const rows = patients * rowsEach;
  const path = join(folder, `ward-${patients}.csv`);
  const lines = ["timestamp,patient_id,heart_rate,label"];
  for (let patient = 0; patient < patients; patient++) {
    for (let row = 0; row < rowsEach; row++) lines.push(`${row},p${patient},${row % 97 === 60 ? 170 : 60 + ((row * 7 + patient) % 23)},${row % 97 === 60 ? 1 : 0}`);
  }
  await writeFile(path, lines.join("\n"));
  await page.goto("./#/");
  const stopMemory = await watchRendererMemory(browser);
  const startMs = performance.now();
  await page.locator('input[type="file"]').first().setInputFiles(path);
  await app.expectRead(rows, patients);
  const readMs = performance.now() - startMs;
  await app.chooseDetector("Rolling median rule");
  const pressedMs = performance.now();
  await app.check();
  return { rows, patients, readMs, checkedMs: performance.now() - pressedMs, peakRendererBytes: await stopMemory() };
}
