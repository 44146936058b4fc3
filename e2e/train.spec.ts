import { expect, test, type Page } from "@playwright/test";
import { AppPage, enter } from "./app-page.ts";
import { expectSound } from "./expect-sound.ts";
import { partRecords } from "./recording-files.ts";
import { checkSample, pickedBeat } from "./recording-page.ts";

const underWay = (page: Page) => page.getByRole("region", { name: "Training 1D-CNN" });

/** Checks the sample's beats, so that there is something to learn from, and goes to the Train screen. */
async function openTraining(page: Page): Promise<void> {
  const app = new AppPage(page);
  await app.start();
  await app.openHeartbeats();
  await app.checkBeats("1D-CNN");
  await page.getByRole("link", { name: "Models" }).click();
  await page.getByRole("link", { name: "Train", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Train" })).toBeVisible();
}

async function setEpochs(page: Page, epochs: number): Promise<void> {
  const field = page.getByLabel("Epochs", { exact: true });
  if (!(await field.isVisible())) await page.getByText("Parameters of 1D-CNN").click();
  await field.fill(String(epochs));
}

test("a version is trained from a check's labels and challenges; the champion stays", async ({ page }) => {
  test.slow();
  await openTraining(page);
  await expect(page.getByRole("table", { name: "Labelled beats by class" }).getByRole("row", { name: /^All/ })).toContainText("1,141");
  await setEpochs(page, 2);
  await expectSound(page, "what to train");
  await page.getByRole("button", { name: "Start training" }).click();
  await expect(page.getByText("Version 2 of 1D-CNN is registered as challenger.")).toBeVisible({ timeout: 120_000 });
  await expectSound(page, "a training that has ended");
  await page.getByRole("link", { name: "Check", exact: true }).click();
  const app = new AppPage(page);
  await app.checkBeats("1D-CNN");
});

test("a training goes on from its last finished epoch after a reload and after the app was locked, and is ended with its best weights", async ({ page }) => {
  test.slow();
  await openTraining(page);
  await setEpochs(page, 60);
  await page.getByRole("button", { name: "Start training" }).click();
  await expect(underWay(page).getByText(/epoch [2-9] of at most 60/)).toBeVisible({ timeout: 60_000 });
  await new AppPage(page).reload();
  await expect(underWay(page).getByText(/epoch ([3-9]|\d\d) of at most 60/)).toBeVisible({ timeout: 60_000 });
  const lockedAt = Number(/epoch (\d+) of/.exec(await underWay(page).innerText())?.[1]);
  await page.keyboard.press("Shift+L");
  await enter(page);
  await expect.poll(async () => Number(/epoch (\d+) of/.exec(await underWay(page).innerText())?.[1]), { timeout: 60_000 }).toBeGreaterThan(lockedAt);
  await underWay(page).getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Paused after its last finished epoch." })).toBeVisible();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(underWay(page)).toBeVisible();
  await underWay(page).getByRole("button", { name: "End now, keep the best weights" }).click();
  await expect(page.getByText("Version 2 of 1D-CNN is registered as challenger.")).toBeVisible({ timeout: 60_000 });
});

test("what there is nothing to learn from says what to do, and a file can be learnt from without a check", async ({ page }) => {
  const app = new AppPage(page);
  await app.start("#/train?model=boosted-trees");
  await expect(page.getByRole("heading", { name: "No check to learn from yet" })).toBeVisible();
  await expectSound(page, "nothing to learn from");
  await page.getByRole("radio", { name: "A labelled file" }).check();
  const rows = Array.from({ length: 40 }, (_, beat) => [...Array.from({ length: 187 }, (_, sample) => (Math.exp(-((sample - 3 - beat % 2 * 20) ** 2) / 20)).toFixed(4)), beat % 2 === 0 ? 0 : 2].join(","));
  await page.locator('input[type="file"]').first().setInputFiles({ name: "ward.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) });
  await expect(page.getByText("ward.csv: 40 beats of 187 samples.")).toBeVisible();
  await expect(page.getByText("Beats of one patient may be on both sides")).toBeVisible();
  await page.getByText("Parameters of Boosted trees").click();
  await page.getByLabel("Rounds", { exact: true }).fill("3");
  await page.getByRole("button", { name: "Start training" }).click();
  await expect(page.getByText(/Version 2 of Boosted trees is registered as challenger/)).toBeVisible({ timeout: 60_000 });
});

test("verdicts on heart rates train a detector", async ({ page }) => {
  test.slow();
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await app.check("Rolling median rule");
  await page.keyboard.press("n");
  await page.keyboard.press("a");
  await expect(page.locator("[data-verdict=accepted]")).toHaveCount(1);
  await page.goto("./#/train?model=isolation-forest");
  await expect(page.getByText(/6 patients: [\d,]+ normal rows and 8\d anomalous rows to learn from/)).toBeVisible();
  await page.getByRole("radio", { name: /^Only patients with verdicts/ }).check();
  await expect(page.getByText(/^1 patient: /)).toBeVisible();
  await page.getByRole("button", { name: "Start training" }).click();
  await expect(page.getByText("Version 2 of Isolation Forest is registered as challenger.")).toBeVisible({ timeout: 120_000 });
});

const networks = (page: Page) => page.getByRole("region", { name: "Training Arrhythmia networks" });

test("the networks for raw ECGs are trained on annotated records, go on after a reload, and challenge", async ({ page }) => {
  test.slow();
  await new AppPage(page).start("#/train?model=arrhythmia");
  await expect(page.getByRole("heading", { name: "No check to learn from yet" })).toBeVisible();
  await page.getByRole("radio", { name: "Labelled recordings in files" }).check();
  const choose = (parts: number) => page.locator('input[type="file"]').first().setInputFiles(partRecords(parts, 60));
  await choose(4);
  await expect(page.getByRole("alert")).toContainText("4 recordings have labelled beats; at least 5 are needed");
  await choose(6);
  await expect(page.getByText("6 recordings: part-1, part-2, part-3, part-4, part-5, part-6.")).toBeVisible();
  await expect(page.getByRole("table", { name: "Labelled beats of 6 recordings" }).getByRole("row", { name: /^V/ })).toContainText(/\d+/);
  await page.getByText("Parameters of Arrhythmia networks").click();
  await page.getByLabel("Epochs", { exact: true }).fill("3");
  await expectSound(page, "training on recordings");
  await page.getByRole("button", { name: "Start training" }).click();
  await expect(networks(page).getByText(/member [2-9] of 10: epoch/)).toBeVisible({ timeout: 120_000 });
  await new AppPage(page).reload();
  await expect(networks(page).getByText(/member ([2-9]|10) of 10: epoch/)).toBeVisible({ timeout: 120_000 });
  await networks(page).getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Paused after its last finished epoch." })).toBeVisible();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByText("Version 2 of Arrhythmia networks is registered as challenger.")).toBeVisible({ timeout: 180_000 });
});

test("beats of a checked recording are offered with what a clinician relabelled, and what is not used is said", async ({ page }) => {
  test.slow();
  await checkSample(page);
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("4");
  await expect(pickedBeat(page)).toContainText("relabelled F");
  await page.goto("./#/train?model=arrhythmia");
  const beats = page.getByRole("table", { name: "Labelled beats of 1 recording" });
  await expect(beats.getByRole("row", { name: /^F/ })).toContainText(/\d/);
  await expect(page.getByRole("alert")).toContainText("One recording has labelled beats; at least 5 are needed");
  await page.getByRole("radio", { name: "Only beats that a clinician relabelled" }).check();
  await expect(beats.getByRole("row", { name: /^F/ })).toContainText("1");
  await expect(page.getByText(/^8\d\d beats without a class teach nothing/)).toBeVisible();
  await expectSound(page, "a recording to learn from");
});
