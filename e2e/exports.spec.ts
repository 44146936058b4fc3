import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { AppPage } from "./app-page.ts";
import { ptbXlRecord } from "./twelve-lead-files.ts";

/** Presses a button and reads the JSON that is handed to the browser. */
async function downloaded(page: Page, button: string): Promise<{ name: string; json: Record<string, unknown> }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button, exact: true }).click()]);
  return { name: download.suggestedFilename(), json: JSON.parse(await readFile(await download.path(), "utf8")) as Record<string, unknown> };
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
