import { readFile } from "node:fs/promises";
import { expect, test as base, type Page } from "@playwright/test";
import { AppPage } from "./app-page.ts";
import { largeFile } from "./heart-rate-files.ts";

/** The space that the browser gives to Isoline. */
interface Space {
  /** in bytes */
  readonly limit: (bytes: number) => Promise<void>;
  /** Writes beside the app's own records until nothing more is taken. */
  readonly fill: () => Promise<void>;
}

/** Browsers estimate for a while how much is left: what limits must do so before anything is stored. */
const test = base.extend<{ space: Space }>({
  space: async ({ page, baseURL }, use) => {
    const devTools = await page.context().newCDPSession(page);
    await use({
      limit: async (quotaSize) => {
        await devTools.send("Storage.overrideQuotaForOrigin", { origin: new URL(baseURL ?? "").origin, quotaSize });
      },
      fill: () => fill(page),
    });
  },
});

const fill = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("others", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("bytes", { autoIncrement: true });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("not opened"));
    });
    const isTaken = (bytes: number) =>
      new Promise<boolean>((resolve) => {
        const transaction = database.transaction("bytes", "readwrite");
        transaction.objectStore("bytes").put(crypto.getRandomValues(new Uint8Array(bytes)));
        transaction.oncomplete = () => resolve(true);
        transaction.onabort = () => resolve(false);
      });
    for (let bytes = 65_536; bytes >= 16; bytes /= 4) while (await isTaken(bytes));
    database.close();
  });

const MB = 1_000_000;
const NO_SPACE = "The browser has no space left for Isoline";

/** A saved check with one verdict. */
async function checkAndReject(app: AppPage): Promise<void> {
  await app.start();
  await app.openSample();
  await app.check("Rolling median rule");
  await app.page.keyboard.press("n");
  await app.page.keyboard.press("r");
  await expect(app.page.locator("[data-verdict=rejected]")).toHaveCount(1);
}

test("in a full store neither a verdict nor a check is saved by halves; what is deleted makes room", async ({ page, space }) => {
  test.slow();
  await space.limit(6 * MB);
  const app = new AppPage(page);
  const rows = page.getByRole("row").filter({ has: page.getByRole("link", { name: /\.csv$/ }) });
  const history = page.getByRole("link", { name: "History" });
  await app.start();
  for (const [file, read] of [[largeFile(24_000), 24_306], [{ ...largeFile(12_000), name: "small.csv" }, 12_153]] as const) {
    await page.getByRole("link", { name: "Check", exact: true }).click();
    await app.drop(file);
    await expect(app.fact("Rows")).toHaveText(read.toLocaleString("en-US"));
    await app.check("Rolling median rule");
  }
  await history.click();
  await expect(rows).toHaveCount(2);
  await page.goBack();
  await expect(app.plot).toBeVisible();
  await space.fill();
  await page.keyboard.press("n");
  await page.keyboard.press("r");
  await expect(app.alert).toContainText(`${NO_SPACE}, so this was not saved. Delete checks you no longer need under History`);
  await expect(page.locator("[data-verdict=rejected]")).toHaveCount(0);

  await page.getByRole("link", { name: "Check", exact: true }).click();
  await app.check("Isolation Forest");
  await expect(app.alert).toContainText(`This result is not saved and is lost when the page is closed. ${NO_SPACE}`);
  const unsaved = new URL(page.url()).hash;
  await history.click();
  await expect(rows).toHaveCount(2);
  await page.getByRole("button", { name: "Delete small.csv, Rolling median rule" }).click();
  await expect(page.getByText(/^Deleted small\.csv/)).toBeVisible();
  await expect(rows).toHaveCount(1);
  await page.getByRole("button", { name: "Delete large.csv, Rolling median rule" }).click();
  await expect(rows).toHaveCount(0);

  // A check whose deletion can still be undone gives way to what is new.
  await page.goto(`./${unsaved}`);
  await page.getByRole("button", { name: "Save again" }).click();
  await history.click();
  await expect(rows).toHaveCount(1);
  await app.reload();
  await rows.getByRole("link").click();
  await expect(app.plot).toBeVisible();
});

test("a full store can be signed in to, shows what is in it, and is backed up whole", async ({ page, space, browser }) => {
  test.slow();
  await space.limit(3 * MB);
  const app = new AppPage(page);
  await checkAndReject(app);
  const address = new URL(page.url()).hash;
  await space.fill();
  await app.reload();
  await expect(app.plot).toBeVisible();
  const points = await app.plot.innerText();
  await expect(app.alert).toContainText(`${NO_SPACE}, so nothing can be saved and this sign-in is not in the activity log. Delete checks`);
  await expect(page.locator("[data-verdict=rejected]")).toHaveCount(1);

  await page.getByRole("link", { name: "System" }).click();
  await page.getByRole("link", { name: "Backup", exact: true }).click();
  const form = page.getByRole("form", { name: "Back up" });
  await form.getByLabel("Passphrase of the backup", { exact: true }).fill("velvet compass thirteen owls");
  await form.getByLabel("Passphrase again", { exact: true }).fill("velvet compass thirteen owls");
  const download = page.waitForEvent("download");
  await form.getByRole("button", { name: "Back up now" }).click();
  const buffer = await readFile(await (await download).path());
  await expect(page.getByText(/keep it on another device\. There was no space here to note when/)).toBeVisible();

  const elsewhere = await browser.newContext();
  const other = new AppPage(await elsewhere.newPage());
  await other.start("#/backup");
  const opening = other.page.getByRole("form", { name: "Open a backup" });
  await opening.getByLabel("Backup file").setInputFiles({ name: "x.isoline-backup", mimeType: "application/octet-stream", buffer });
  await opening.getByLabel("Its passphrase", { exact: true }).fill("velvet compass thirteen owls");
  await opening.getByRole("button", { name: "Open the backup" }).click();
  await other.page.getByRole("button", { name: "Restore everything" }).click();
  await expect(other.page.getByText(/^Restored 1 check/)).toBeVisible();
  await other.page.goto(`./${address}`);
  await expect(other.plot).toHaveText(points);
  await expect(other.page.locator("[data-verdict=rejected]")).toHaveCount(1);
  await elsewhere.close();
});

test("a training that has no space for its next epoch stops with its last one, and goes on from there", async ({ page, space }) => {
  test.slow();
  await space.limit(12 * MB);
  const app = new AppPage(page);
  await app.start();
  await app.openHeartbeats();
  await app.checkBeats("1D-CNN");
  await page.goto("./#/train");
  await page.getByText("Parameters of 1D-CNN").click();
  await page.getByLabel("Epochs", { exact: true }).fill("60");
  await page.getByRole("button", { name: "Start training" }).click();
  const underWay = page.getByRole("region", { name: "Training 1D-CNN" });
  await expect(underWay.getByText(/epoch [2-9] of at most 60/)).toBeVisible({ timeout: 60_000 });
  await space.fill();
  await expect(app.alert).toContainText(NO_SPACE, { timeout: 60_000 });
  await expect(underWay).toHaveCount(0);

  await space.limit(1000 * MB);
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(underWay.getByText(/epoch ([3-9]|\d\d) of at most 60/)).toBeVisible({ timeout: 60_000 });
  await underWay.getByRole("button", { name: "End now, keep the best weights" }).click();
  await expect(page.getByText("Version 2 of 1D-CNN is registered as challenger.")).toBeVisible({ timeout: 60_000 });
});
