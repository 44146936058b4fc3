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
  /** the address changed → the newest checks are in sight; the median of several */
  readonly listMs: number;
  /** … → every saved check can be scrolled to */
  readonly wholeListMs: number;
  /** the last letter typed → only what matches is listed; the median of several */
  readonly searchMs: number;
  readonly files: readonly FileTimes[];
}

const REPEATS = 7;

/** How long it takes to find one of the saved checks, and to check files of many patients and of many rows. */
export async function timeLoad(browser: Browser, app: AppPage, page: Page, { savedChecks, folder }: { readonly savedChecks: number; readonly folder: string }): Promise<LoadTimes> {
  const lists: ListTimes[] = [];
  const searches: number[] = [];
  for (let i = 0; i < REPEATS; i++) {
    await page.goto("./#/");
    await page.getByRole("heading", { level: 1, name: "Check" }).waitFor();
    lists.push(await timedList(page, savedChecks));
    searches.push(await timedSearch(page));
  }
  const files = [await timedFile(browser, app, page, { folder, patients: 2000, rowsEach: 50 }), await timedFile(browser, app, page, { folder, patients: 100, rowsEach: 10_000 })];
  return { savedChecks, listMs: middle(lists.map(({ firstMs }) => firstMs)), wholeListMs: middle(lists.map(({ wholeMs }) => wholeMs)), searchMs: middle(searches), files };
}

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1];

interface ListTimes {
  readonly firstMs: number;
  readonly wholeMs: number;
}

/** Goes to the history; until its first rows are drawn, and all of them, as the page's own clock has it. */
function timedList(page: Page, savedChecks: number): Promise<ListTimes> {
  return page.evaluate(
    (count) =>
      new Promise<ListTimes>((resolve) => {
        const startMs = performance.now();
        const drawn = (least: number) =>
          new Promise<number>((onDrawn) => {
            const isDrawn = () => document.querySelectorAll("main:has(input[type=search]) table tbody tr").length >= least;
            const look = () => (isDrawn() ? requestAnimationFrame(() => onDrawn(performance.now() - startMs)) : requestAnimationFrame(look));
            look();
          });
        void Promise.all([drawn(1), drawn(count)]).then(([firstMs, wholeMs]) => resolve({ firstMs, wholeMs }));
        window.location.hash = "#/history";
      }),
    savedChecks,
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
