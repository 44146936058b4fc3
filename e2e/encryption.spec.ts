import { expect, test } from "@playwright/test";
import { AppPage, OWNER } from "./app-page.ts";
import { rawRecords } from "./raw-store.ts";

const PATIENT = "Zyxwvut-Okonkwo-4711";
const FILE = "ward-quokka-report.csv";
const RATES = Array.from({ length: 400 }, (_, i) => (i % 97 === 60 ? 171.25 : 61.5 + ((i * 37) % 23) / 8));

const csv = [
  "time,patient_id,heart_rate,label,remark",
  ...RATES.map((rate, i) => `${i},${PATIENT},${rate},${rate > 150 ? 1 : 0},capybara`),
].join("\n");

test("after a full session nothing of a patient lies in the store in the clear", async ({ page }) => {
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

  const records = await rawRecords(page);
  const stores = new Set(records.map(({ store }) => store));
  for (const store of ["checks", "signals", "scores", "verdicts", "log", "accounts", "slots"]) expect(stores).toContain(store);
  for (const { database, store, fields, keyFields } of records) {
    if (database === "isoline-records") expect(fields.filter((field) => !keyFields.includes(field)).sort(), store).toEqual(["schema", "sealed"]);
  }

  const all = Buffer.concat(records.map(({ bytes }) => bytes));
  const secrets = [PATIENT, "Okonkwo", FILE, "quokka", "capybara", "rejected", "Event rejected", OWNER.passphrase];
  for (const secret of secrets) {
    expect(all.includes(secret, 0, "utf8"), secret).toBe(false);
    expect(all.includes(secret, 0, "utf16le"), `${secret} in two bytes a letter`).toBe(false);
  }
  for (const run of [RATES.slice(0, 4), RATES.slice(58, 62)]) {
    expect(all.includes(Buffer.from(Float64Array.from(run).buffer))).toBe(false);
    expect(all.includes(Buffer.from(Float32Array.from(run).buffer))).toBe(false);
  }
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
  await page.evaluate(async () => {
    const answer = <Value>(request: IDBRequest<Value>) => new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("not done"));
    });
    const database = await answer(indexedDB.open("isoline-records"));
    const signals = database.transaction("signals", "readwrite").objectStore("signals");
    const [one, other] = (await answer(signals.getAll())) as { sealed: Uint8Array }[];
    await answer(signals.put({ ...one, sealed: other.sealed }));
    await answer(signals.put({ ...other, sealed: one.sealed }));
    database.close();
  });
  await app.reload();
  await page.getByRole("link", { name: "History" }).click();
  await page.getByRole("link", { name: "first.csv" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "was altered or damaged and cannot be read" })).toBeVisible();
});
