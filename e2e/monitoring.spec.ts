import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import type { LogEntry } from "../src/lifecycle/log/log-entry.ts";
import { AppPage } from "./app-page.ts";
import { heartbeatLines } from "./beat-files.ts";
import { expectSound } from "./expect-sound.ts";
import { lines, textFile, type TestFile } from "./heart-rate-files.ts";

/** Real beats, and the same at half the gain. */
const likeFile = (name = "like.csv"): TestFile => textFile(name, lines(...heartbeatLines().slice(0, 200)));
const driftedFile = (name = "drifted.csv"): TestFile =>
  textFile(name, lines(...heartbeatLines().slice(0, 200).map((line) => {
    const cells = line.split(",");
    return [...cells.slice(0, -1).map((cell) => String(Number(cell) / 2)), cells.at(-1)].join(",");
  })));

/** On a desk in light and on a phone in the dark. */
async function expectSoundAnywhere(page: Page, screen: string): Promise<void> {
  await expectSound(page, screen);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  await expectSound(page, `${screen}, phone`);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
}

async function openBeats(app: AppPage, file: TestFile): Promise<void> {
  await app.start();
  await app.drop(file);
  await app.expectBeats(200, 187);
}

async function checkBeats(page: Page, file: TestFile): Promise<AppPage> {
  const app = new AppPage(page);
  await openBeats(app, file);
  await app.checkBeats("Boosted trees");
  return app;
}

async function goToMonitoring(page: Page): Promise<void> {
  await page.goto("./#/monitoring");
  await expect(page.getByRole("heading", { level: 1, name: "Monitoring" })).toBeVisible();
  await page.getByRole("combobox", { name: "Model", exact: true }).selectOption("boosted-trees");
}

const likeness = (page: Page) => page.getByRole("region", { name: "Likeness to the training data" });

test("a drifted file is said to be unlike the training data, above its result, in history and on paper; one that is not, is not", async ({ page }) => {
  await checkBeats(page, likeFile());
  await expect(likeness(page)).toContainText("Like the training data: likeness");
  await expect(page.getByText(/^Unlike the training data/)).toHaveCount(0);

  await checkBeats(page, driftedFile());
  await expect(likeness(page)).toContainText("Unlike the training data: likeness 0 %");
  await likeness(page).getByText("Figures for each feature").click();
  const row = likeness(page).getByRole("row", { name: /^Largest sample/ });
  await expect(row).toContainText("200");
  await expect(row).toContainText("KS");
  await expect(row).toContainText("SD lower");
  await expectSoundAnywhere(page, "drifted result");

  await page.getByRole("button", { name: "Report", exact: true }).click();
  await expect(page.getByRole("article")).toContainText("Unlike the training data: likeness 0 %.");
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("row", { name: /drifted\.csv/ })).toContainText("Unlike the training data");
  await expect(page.getByRole("row", { name: /like\.csv/ }).first()).not.toContainText("Unlike the training data");
});

test("below the likeness that the site set, a model abstains and says why", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await goToMonitoring(page);
  await page.getByLabel("Least likeness, %").fill("200");
  await page.getByRole("button", { name: "Save the limit" }).click();
  await expect(page.getByText(/Type a likeness above 0/)).toBeVisible();
  await page.getByLabel("Least likeness, %").fill("50");
  await page.getByRole("button", { name: "Save the limit" }).click();
  await expect(page.getByText("Boosted trees abstains below 50 %")).toBeVisible();

  await openBeats(app, driftedFile());
  await page.getByRole("radio", { name: "Boosted trees", exact: true }).check();
  await app.checkButton.click();
  await expect(app.alert.filter({ hasText: "Boosted trees gives no predictions: the file is 0 % like its training data" })).toBeVisible();
  await app.drop(likeFile());
  await app.expectBeats(200, 187);
  await app.checkBeats("Boosted trees");
});

test("a broken rule alerts and suspends the model, which refuses to run until that is lifted", async ({ page }) => {
  test.setTimeout(120_000);
  const app = await checkBeats(page, likeFile());
  await goToMonitoring(page);
  await expect(page.getByRole("cell", { name: /ms$/ }).first()).toBeVisible();
  await page.getByRole("button", { name: "Set the rule" }).click();
  await expect(page.getByText("Type a threshold from 0 to 1.")).toBeVisible();
  await page.getByRole("combobox", { name: "Figure", exact: true }).selectOption("drift");
  await page.getByLabel("Threshold, 0 to 1").fill("0.5");
  await page.getByLabel("Over newest checks").fill("1");
  await page.getByRole("checkbox", { name: "Suggest retraining" }).check();
  await page.getByRole("checkbox", { name: "Suspend the model" }).check();
  await page.getByRole("button", { name: "Set the rule" }).click();
  await expect(page.getByText(/^Holds: \.\d+, version 1$/)).toBeVisible();
  await expectSoundAnywhere(page, "monitoring");

  await checkBeats(page, driftedFile());
  await expect(page.getByRole("status").filter({ hasText: "Drift of Boosted trees version 1 is" })).toBeVisible();

  await openBeats(app, likeFile("next.csv"));
  await expect(page.getByText(/^Suspended, it refuses to run: Drift of Boosted trees/)).toBeVisible();
  await page.getByRole("radio", { name: "Boosted trees", exact: true }).check();
  await app.checkButton.click();
  await expect(app.alert.filter({ hasText: /Boosted trees version 1 is suspended since .*: Drift of Boosted trees/ })).toBeVisible();
  await expectSound(page, "refused check");

  await goToMonitoring(page);
  await expect(page.getByText("1 alert to look at")).toBeVisible();
  await expect(page.getByRole("link", { name: "Retrain Boosted trees" })).toHaveAttribute("href", "#/train?model=boosted-trees");
  await page.getByRole("button", { name: "Seen" }).click();
  await expect(page.getByText("none to look at")).toBeVisible();
  await page.getByRole("button", { name: /^Lift the suspension of Boosted trees/ }).click();
  await page.getByRole("button", { name: "Lift the suspension", exact: true }).click();
  await expect(page.getByText("Give a reason: the log keeps it.")).toBeVisible();
  await page.getByLabel("Why it may answer again").fill("The file had half the gain");
  await page.getByRole("button", { name: "Lift the suspension", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Suspended models" })).toHaveCount(0);

  await checkBeats(page, likeFile("again.csv"));
  await goToMonitoring(page);
  await expect(page.getByText(/the rule holds again since/)).toBeVisible();
  await page.goto("./#/log");
  for (const what of ["Rule of Boosted trees set: Drift above .500", "Suspended version 1 of boosted-trees", "Lifted the suspension of version 1 of boosted-trees"]) {
    await expect(page.getByRole("row").filter({ hasText: what })).toBeVisible();
  }
  await expect(page.getByRole("row").filter({ hasText: "reason: The file had half the gain" })).toBeVisible();
});

test("the log is filtered and exported, and a chain that was tampered with is shown to be broken", async ({ page }) => {
  test.setTimeout(120_000);
  await checkBeats(page, likeFile());
  await checkBeats(page, likeFile("second.csv"));
  await page.goto("./#/log");
  await expect(page.getByText(/^The chain of/)).toContainText("The chain of 4 entries is whole");
  await expectSoundAnywhere(page, "activity log");

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Export as JSON lines" }).click()]);
  const exported = readFileSync(await download.path(), "utf8").trimEnd().split("\n").map((line) => JSON.parse(line) as LogEntry);
  expect(exported.map(({ action }) => action)).toEqual(["sign-in", "check", "sign-in", "check", "export"]);
  expect(exported[1].previousHash).toBe(exported[0].hash);

  await page.getByRole("combobox", { name: "Action", exact: true }).selectOption("export");
  await expect(page.getByText("1 entry of 5, newest first")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Exported the activity log" })).toBeVisible();
  await page.getByRole("combobox", { name: "Action", exact: true }).selectOption("");
  await page.getByLabel("Search").fill("second");
  await expect(page.getByText("1 entry of 5, newest first")).toBeVisible();
  await page.getByLabel("Search").fill("nowhere");
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page.getByText("5 entries, newest first")).toBeVisible();

  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("isoline-records");
        opening.onerror = () => reject(new Error("not opened"));
        opening.onsuccess = () => {
          const store = opening.result.transaction("log", "readwrite").objectStore("log");
          const deleting = store.delete(2);
          deleting.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await new AppPage(page).reload();
  await expect(page.getByRole("alert").filter({ hasText: "The chain of the log is broken: entry 2 is missing." })).toBeVisible();
  await expectSound(page, "broken log");
});
