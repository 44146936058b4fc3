import { expect, test, type Page } from "@playwright/test";
import { zipFiles } from "../src/ecg/export/zip-files.ts";
import { AppPage, OWNER } from "./app-page.ts";
import { heartbeatLines } from "./beat-files.ts";
import { lines, textFile, type TestFile } from "./heart-rate-files.ts";
import { alterRecords, otherStorage, rawRecords } from "./raw-store.ts";

const PATIENT = "Zyxwvut-Okonkwo-4711";
const FILE = "ward-quokka-report.csv";
const RATES = Array.from({ length: 400 }, (_, i) => (i % 97 === 60 ? 171.25 : 61.5 + ((i * 37) % 23) / 8));
const BEATS = heartbeatLines().slice(0, 40);
const EXPERIMENT = "Follow-up of Moreau";
const RUN = "1c6b2d5b909041df93e6e00b960de019";

const csv = [
  "time,patient_id,heart_rate,label,remark",
  ...RATES.map((rate, i) => `${i},${PATIENT},${rate},${rate > 150 ? 1 : 0},capybara`),
].join("\n");

/** What somebody else logged with MLflow, under an experiment called after a patient. */
function experimentFile(): TestFile {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const files = new Map([
    ["mlruns/7/meta.yaml", utf8(`experiment_id: '7'\nname: ${EXPERIMENT}\n`)],
    [`mlruns/7/${RUN}/meta.yaml`, utf8(`run_id: ${RUN}\nrun_name: pangolin\nexperiment_id: '7'\nlifecycle_stage: active\nstart_time: 1721450907221\nend_time: 1721450907230\nstatus: 3\n`)],
    [`mlruns/7/${RUN}/params/source`, utf8("axolotl.csv")],
  ]);
  return { name: "runs-of-tapir.zip", mimeType: "application/zip", buffer: Buffer.from(zipFiles(files, new Date(2026, 10, 21))) };
}

const SECRETS = [
  PATIENT, "Okonkwo", FILE, "quokka", "capybara", "rejected", OWNER.passphrase,
  "narwhal", "given class", "Wombat cohort", "Froze the evaluation set", EXPERIMENT, "Moreau", "pangolin", "axolotl", "tapir",
];

const asBytes = (values: ArrayLike<number>): Buffer[] => [Float64Array.from(values), Float32Array.from(values)].map(({ buffer }) => Buffer.from(buffer));
const beatSamples = (beat: number): number[] => BEATS[beat].split(",").slice(0, 8).map(Number);
const SIGNALS = [RATES.slice(0, 4), RATES.slice(58, 62), beatSamples(0), beatSamples(39)].flatMap(asBytes);

/** Which of the session's secrets lie in the clear in what the origin keeps. */
async function inTheClear(page: Page): Promise<readonly (string | number)[]> {
  const all = Buffer.concat([...(await rawRecords(page)).map(({ bytes }) => bytes), await otherStorage(page)]);
  return [...SECRETS.filter((secret) => all.includes(secret)), ...SIGNALS.flatMap((signal, index) => (all.includes(signal) ? [index] : []))];
}

test("what lies in the clear is found, in whatever form and wherever it is kept", async ({ page }) => {
  await page.goto("./");
  const text = (from: number) => SECRETS.slice(from, from + 4).join(" ");
  await page.evaluate(async ({ texts, signals }) => {
    const [inRecord, inStorage, inFile, inCache] = texts;
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open("plain", 1);
      opening.onupgradeneeded = () => {
        const arrays = signals.map((bytes) => Uint8Array.from(bytes));
        const record = { id: 1, text: [new Map([["note", inRecord]])], buffer: arrays[0].buffer, rest: arrays.slice(1) };
        opening.result.createObjectStore("records", { keyPath: "id" }).add(record);
      };
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
      opening.onerror = () => reject(opening.error ?? new Error("not made"));
    });
    sessionStorage.setItem("left", inStorage);
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("parts", { create: true });
    const writing = await (await folder.getFileHandle("part", { create: true })).createWritable();
    await writing.write(inFile);
    await writing.close();
    await (await caches.open("pages")).put("./answer", new Response(inCache));
  }, { texts: [0, 4, 8, 12].map(text), signals: SIGNALS.map((signal) => [...signal]) });
  expect(await inTheClear(page)).toEqual([...SECRETS, ...SIGNALS.keys()]);
});

test("after a full session nothing of a patient lies in the store in the clear", async ({ page }) => {
  test.slow();
  const app = new AppPage(page);
  await app.start();
  await app.drop({ name: FILE, mimeType: "text/csv", buffer: Buffer.from(csv) });
  await app.expectRead(400, 1);
  await app.check("Rolling median rule");
  await page.keyboard.press("n");
  await page.keyboard.press("r");
  await expect(page.locator("[data-verdict=rejected]")).toHaveCount(1);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: /CSV/ }).first().click();
  await download;

  await page.goto("./#/evaluation-sets");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Wombat cohort");
  await page.getByRole("button", { name: "Freeze", exact: true }).click();
  await expect(page.getByRole("rowheader", { name: "Wombat cohort" })).toBeVisible();

  await page.goto("./#/runs");
  await page.getByLabel("Archive of runs").setInputFiles(experimentFile());
  await page.getByRole("link", { name: "pangolin" }).click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: "pangolin" })).toBeVisible();

  await page.getByRole("link", { name: "Check", exact: true }).click();
  await app.drop(textFile("narwhal.csv", lines(...BEATS)));
  await app.expectBeats(BEATS.length, 187);
  await app.checkBeats("Boosted trees");
  await page.keyboard.press("b");
  await page.getByRole("gridcell").first().focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("4");
  await expect(app.fact("Relabelled")).toContainText("F");
  await page.keyboard.press("Shift+L");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");

  const records = await rawRecords(page);
  const stores = new Set(records.map(({ store }) => store));
  for (const store of ["checks", "signals", "scores", "verdicts", "beats", "beatOutputs", "relabels", "runs", "evaluationSets", "evaluationContents", "log", "accounts", "slots"]) expect(stores).toContain(store);
  for (const { database, store, fields, keyFields } of records) {
    if (database === "isoline-records") expect(fields.filter((field) => !keyFields.includes(field)).sort(), store).toEqual(["schema", "sealed"]);
  }
  expect(await inTheClear(page)).toEqual([]);
});

test("a record that was exchanged for another is not shown as if nothing had happened", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  for (const patient of ["first", "second"]) {
    await app.drop({ name: `${patient}.csv`, mimeType: "text/csv", buffer: Buffer.from(csv.replaceAll(PATIENT, patient)) });
    await app.expectRead(400, 1);
    await app.check("Rolling median rule");
    await page.getByRole("link", { name: "Check", exact: true }).click();
  }
  await alterRecords<{ sealed: Uint8Array }>(page, { database: "isoline-records", store: "signals" }, ([one, other]) => [{ ...one, sealed: other.sealed }, { ...other, sealed: one.sealed }]);
  await app.reload();
  await page.getByRole("link", { name: "History" }).click();
  await page.getByRole("link", { name: "first.csv" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "was altered or damaged and cannot be read" })).toBeVisible();
});
