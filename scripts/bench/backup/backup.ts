import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { AppPage } from "../../../e2e/app-page.ts";
import { checkDay, openDay, savedDay } from "../day/check-day.ts";
import { writeDay } from "../day/day-record.ts";
import { watchRendererMemory } from "../renderer-memory.ts";
import { seconds } from "../seconds.ts";
import { openPage, serveApp } from "../served-app.ts";

export interface BackupTimes {
  /** checks of a day of three leads each */
  readonly checks: number;
  readonly fileBytes: number;
  readonly written: Measured;
  /** on another device: verified and added */
  readonly restored: Measured;
}

export interface Measured {
  readonly tookS: number;
  /** of the page's memory, before it began and at its most */
  readonly restBytes: number;
  readonly peakBytes: number;
}

const CHECKS = 10;
const PASSPHRASE = "velvet compass thirteen owls";
const LIMIT_MS = 900_000;

/** A store of several GB written into one file and restored on another device, in the built app. Null where there is no Chromium. */
export async function benchBackup(folder: string, report: (text: string) => void): Promise<BackupTimes | null> {
  const app = await serveApp(join(folder, "dist"));
  if (app === null) return null;
  try {
    const files = await writeDay(folder);
    const file = join(folder, "backup");
    const written = await app.inBrowser(async (browser) => {
      const page = await openPage(browser, app.url, { height: 1000, limitMs: LIMIT_MS });
      for (let check = 1; check <= CHECKS; check++) {
        await page.goto("./#/");
        await openDay(page, files);
        await checkDay(page);
        await savedDay(page);
        report(`${check} of ${CHECKS} days checked and saved`);
      }
      return backedUp(browser, page, file);
    });
    const fileBytes = (await stat(file)).size;
    report(`backed up in ${written.tookS.toFixed(0)} s: ${fileBytes} bytes`);
    const restored = await app.inBrowser(async (browser) => restoredFrom(browser, await openPage(browser, app.url, { height: 1000, limitMs: LIMIT_MS }), file));
    return { checks: CHECKS, fileBytes, written, restored };
  } finally {
    await app.close();
  }
}

async function backedUp(browser: Browser, page: Page, file: string): Promise<Measured> {
  await openBackupScreen(page);
  const form = page.getByRole("form", { name: "Back up" });
  await form.getByLabel("Passphrase of the backup", { exact: true }).fill(PASSPHRASE);
  await form.getByLabel("Passphrase again", { exact: true }).fill(PASSPHRASE);
  const downloading = page.waitForEvent("download");
  const written = await measured(browser, async () => {
    await form.getByRole("button", { name: "Back up now" }).click();
    await unlessRefused(page, downloading);
    await (await downloading).path();
  });
  await (await downloading).saveAs(file);
  return written;
}

async function restoredFrom(browser: Browser, page: Page, file: string): Promise<Measured> {
  await openBackupScreen(page);
  const form = page.getByRole("form", { name: "Open a backup" });
  await form.getByLabel("Backup file").setInputFiles(file);
  await form.getByLabel("Its passphrase", { exact: true }).fill(PASSPHRASE);
  return measured(browser, async () => {
    await form.getByRole("button", { name: "Open the backup" }).click();
    await page.getByRole("button", { name: "Restore everything" }).click();
    await unlessRefused(page, page.getByText(`Restored ${CHECKS} checks`).waitFor());
  });
}

/** Until something is done; throws what the app says where it refuses. */
async function unlessRefused(page: Page, done: Promise<unknown>): Promise<void> {
  const alert = page.getByRole("alert");
  const refused = alert.waitFor().then(async () => {
    throw new Error(await alert.innerText());
  });
  await Promise.race([done, refused]);
}

/** In a page loaded anew: what a check left in its memory is not the backup's. */
async function openBackupScreen(page: Page): Promise<void> {
  await page.goto("./#/backup");
  await new AppPage(page).reload();
  await page.getByRole("heading", { level: 1, name: "Backup" }).waitFor();
}

async function measured(browser: Browser, work: () => Promise<void>): Promise<Measured> {
  const restBytes = await (await watchRendererMemory(browser))();
  const stopMemory = await watchRendererMemory(browser);
  try {
    const tookS = await seconds(work);
    return { tookS, restBytes, peakBytes: await stopMemory() };
  } finally {
    await stopMemory();
  }
}
