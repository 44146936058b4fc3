import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { AppPage } from "./app-page.ts";
import { expectSound } from "./expect-sound.ts";
import { lines, textFile } from "./heart-rate-files.ts";
import { ptbXlRecord } from "./twelve-lead-files.ts";

/** Presses a button and reads the JSON that is handed to the browser. */
async function downloaded(page: Page, button: string): Promise<{ name: string; json: Record<string, unknown> }> {
  const { name, text } = await exported(page, button);
  return { name, json: JSON.parse(text) as Record<string, unknown> };
}

async function exported(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button, exact: true }).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

interface Entry {
  readonly resource: { readonly resourceType: string; readonly status?: string; readonly valueSampledData?: { readonly data: string }; readonly component?: readonly { readonly code: { readonly text: string } }[] };
}
const typesOf = (json: Record<string, unknown>) => (json.entry as Entry[]).map(({ resource }) => resource.resourceType);

test("a check of heart rates is exported as JSON and as a FHIR bundle, and the log says so", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await app.check("Rolling median rule");
  const { name, json } = await downloaded(page, "JSON");
  expect(name).toBe("heart-rate-result.json");
  expect(json).toMatchObject({ isoline: 1, kind: "heart-rate", model: "rolling-median", modelVersion: 1, rows: 12_153 });
  const fhir = await downloaded(page, "FHIR");
  expect(fhir.name).toBe("heart-rate-fhir.json");
  expect(typesOf(fhir.json).filter((type) => type === "Patient")).toHaveLength(6);
  expect(typesOf(fhir.json).filter((type) => type === "Observation")).toHaveLength(12);
  await page.goto("./#/log");
  await expect(page.getByText("Exported heart-rate-fhir.json").first()).toBeVisible();
});

test("a twelve-lead recording is exported with its signal, its beats and its superclasses", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.drop(...ptbXlRecord());
  await app.checkButton.click();
  await expect(page.getByRole("tab", { name: "Strip" })).toBeVisible({ timeout: 45_000 });
  const { json } = await downloaded(page, "FHIR");
  const observations = (json.entry as Entry[]).map(({ resource }) => resource).filter(({ resourceType }) => resourceType === "Observation");
  expect(observations.map(({ status }) => status)).toEqual(["preliminary", "preliminary", "preliminary"]);
  expect(observations[0].valueSampledData?.data.split(" ")).toHaveLength(1000);
  expect(observations[2].component?.map(({ code }) => code.text)).toContain("Conduction disturbance");
  expect(typesOf(json)).toContain("DiagnosticReport");
});

test("a de-identified export holds no ID, file name or date, and its files agree", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  const rows = ["mrs-jones", "mr-smith"].flatMap((patient, own) =>
    Array.from({ length: 40 }, (_, beat) => `${new Date(Date.UTC(2024, 4 + own, 17, 9, 0, beat)).toISOString()},${patient},${beat === 20 ? 150 : 72},ward 7`));
  await app.drop(textFile("jones-clinic.csv", lines("timestamp,patient_id,heart_rate,ward", ...rows)));
  await app.check("Rolling median rule");
  await page.getByRole("checkbox", { name: "De-identified" }).check();
  await page.getByRole("button", { name: "What that means" }).click();
  await expectSound(page, "what de-identified means");
  await page.keyboard.press("Escape");

  const [csv, json, fhir] = [await exported(page, "Export CSV"), await exported(page, "JSON"), await exported(page, "FHIR")];
  expect([csv, json, fhir].map(({ name }) => name)).toEqual(["de-identified-predictions.csv", "de-identified-result.json", "de-identified-fhir.json"]);
  for (const { text } of [csv, json, fhir]) expect(text).not.toMatch(/jones|smith|clinic|ward|20(24|26)-/i);
  const [first, second] = new Set(csv.text.split("\n").slice(1, -1).map((line) => line.split(",")[1]));
  expect(csv.text).toMatch(/^timestamp,patient_id,heart_rate,score,prediction,verdict\n21\d\d-\d\d-\d\dT09:00:00Z,P-/);
  for (const { text } of [json, fhir]) {
    expect(text).toContain(first);
    expect(text).toContain(second);
  }

  await page.getByRole("checkbox", { name: "De-identified" }).uncheck();
  expect((await exported(page, "Export CSV")).text).toContain("mrs-jones");
  await page.goto("./#/log");
  await expect(page.getByText("Exported de-identified-result.json").first()).toBeVisible();
});
