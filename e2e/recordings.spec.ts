import { expect, test, type Locator, type Page } from "@playwright/test";
import { AppPage } from "./app-page.ts";
import { lines, realBeats, textFile, type TestFile } from "./heart-rate-files.ts";
import { bareFile, commaFile, dicomFile, edfFile, elapsedFile, physionetFile, segmentsFile, strapFile, timedFile, unnamedFile, watchFile, wfdbFiles } from "./recording-files.ts";

interface RecordingForm {
  readonly what: string;
  readonly files: readonly TestFile[];
  readonly facts: Readonly<Record<string, string | RegExp>>;
  readonly leads: readonly string[];
}

const SECONDS = 20;

const FORMS: readonly RecordingForm[] = [
  { what: "times and leads", files: [timedFile(SECONDS)], facts: { "Sampling rate": "360 Hz", Duration: "0:00:20.0", Times: /Jitter|Evenly/ }, leads: ["MLII", "V5"] },
  { what: "the PhysioNet's elapsed time with a row of units", files: [elapsedFile(SECONDS)], facts: { "Sampling rate": "360 Hz", Duration: "0:00:20.0" }, leads: ["MLII"] },
  { what: "semicolons and decimal commas below lines of text", files: [commaFile(SECONDS)], facts: { "Sampling rate": "360 Hz", Duration: "0:00:20.0" }, leads: ["II"] },
  {
    what: "a watch's export",
    files: [watchFile(SECONDS)],
    facts: { Form: /Apple Watch/, "Sampling rate": "360 Hz", Duration: "0:00:20.0", Start: "2024-03-01 09:14:40", Patient: /Jane Doe/ },
    leads: ["I"],
  },
  { what: "a chest strap's log", files: [strapFile(SECONDS)], facts: { Form: /Polar/, "Sampling rate": "130 Hz", Duration: "0:00:20.0" }, leads: ["ECG"] },
  {
    what: "a WFDB record with its annotations",
    files: wfdbFiles("hea", "dat", "atr"),
    facts: { Form: /WFDB/, "Sampling rate": "360 Hz", Duration: "0:10:00.0", Patient: /Male, 73 years/, Beats: "894", Rhythms: "VT, N, B, T" },
    leads: ["MLII"],
  },
  { what: "EDF+", files: [edfFile(SECONDS)], facts: { Form: "EDF", "Sampling rate": "360 Hz", Duration: "0:00:20.0", Patient: /Female/ }, leads: ["II", "V1"] },
  {
    what: "DICOM with twelve leads",
    files: [dicomFile()],
    facts: { Form: /DICOM/, "Sampling rate": "360 Hz", Duration: "0:00:10.0", Patient: "Female, 60 years" },
    leads: ["I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"],
  },
];

async function expectOpened(app: AppPage, { facts, leads }: Pick<RecordingForm, "facts" | "leads">): Promise<void> {
  for (const [term, value] of Object.entries(facts)) await expect(app.fact(term)).toHaveText(value);
  await expect(leadRadios(app.page)).toHaveCount(leads.length);
  for (const lead of leads) await expect(app.page.getByRole("radio", { name: lead, exact: true })).toBeVisible();
}

const leadRadios = (page: Page): Locator => page.getByRole("group", { name: /^Beats are looked for in/ }).getByRole("radio");
const importDialog = (page: Page): Locator => page.getByRole("dialog", { name: "How is this ECG written?" });

for (const { what, files, ...expected } of FORMS) {
  test(`opens ${what}`, async ({ page }) => {
    const app = new AppPage(page);
    await app.start();
    await app.drop(...files);
    await expectOpened(app, expected);
    await expect(app.checkButton).toBeEnabled();
  });
}

test("opens the sample, and looks for beats in the lead that is chosen", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await page.getByRole("button", { name: "Try a recording" }).first().click();
  await expectOpened(app, { facts: { Form: /WFDB/, Beats: "894" }, leads: ["MLII"] });

  await app.drop(timedFile(SECONDS));
  await expect(page.getByRole("radio", { name: "MLII", exact: true })).toBeChecked();
  await page.getByRole("radio", { name: "V5", exact: true }).check();
  await expect(page.getByRole("radio", { name: "MLII", exact: true })).not.toBeChecked();
});

test("asks for rate and unit of bare samples, says what will not do, and takes the answer", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.drop(bareFile(SECONDS));
  const dialog = importDialog(page);
  await expect(dialog).toContainText(/unit/);
  await expect(dialog).toContainText(/samples were taken in a second/);
  const rate = dialog.getByRole("textbox", { name: "Sampling rate in Hz" });
  const open = dialog.getByRole("button", { name: "Open with these settings" });
  await rate.fill("three hundred");
  await open.click();
  await expect(dialog.getByRole("alert")).toContainText("The sampling rate must be a number");
  await rate.fill("360");
  await dialog.getByRole("radio", { name: /converter/ }).check();
  await dialog.getByRole("textbox", { name: /Gain/ }).fill("200");
  await dialog.getByRole("textbox", { name: /0 mV/ }).fill("1024");
  await dialog.getByRole("combobox", { name: /Name of the lead/ }).fill("II");
  await open.click();
  await expectOpened(app, { facts: { "Sampling rate": "360 Hz", Duration: "0:00:20.0" }, leads: ["II"] });
});

test("asks about the PhysioNet's units of the converter with the right guess", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.drop(physionetFile(SECONDS));
  const dialog = importDialog(page);
  await expect(dialog.getByRole("textbox", { name: "Sampling rate in Hz" })).toHaveValue("360");
  await expect(dialog.getByRole("textbox", { name: /Gain/ })).toHaveValue("200");
  await expect(dialog.getByRole("textbox", { name: /0 mV/ })).toHaveValue("1024");
  await dialog.getByRole("button", { name: "Open with these settings" }).click();
  await expectOpened(app, { facts: { "Sampling rate": "360 Hz", Duration: "0:00:20.0" }, leads: ["MLII"] });
});

test("reads a table as a raw ECG where the user says so", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.drop(unnamedFile(SECONDS));
  const first = page.getByRole("dialog", { name: "What does this file hold?" });
  await first.getByRole("radio", { name: /raw ECG/ }).check();
  await first.getByRole("button", { name: "Open with these settings" }).click();
  const second = importDialog(page);
  await expect(second.getByRole("combobox", { name: "a is" })).toHaveValue("time");
  await second.getByRole("combobox", { name: "a is" }).selectOption("Not used");
  await second.getByRole("textbox", { name: "Sampling rate in Hz" }).fill("250");
  await second.getByRole("button", { name: "Open with these settings" }).click();
  await expectOpened(app, { facts: { "Sampling rate": "250 Hz", Duration: "0:00:28.8" }, leads: ["ECG"] });
});

test("the question fits a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const app = new AppPage(page);
  await app.start();
  await app.drop(physionetFile(SECONDS));
  await importDialog(page).getByRole("button", { name: "Open with these settings" }).click();
  await expectOpened(app, { facts: { "Sampling rate": "360 Hz" }, leads: ["MLII"] });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
});

test("says that a lead is upside down", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.drop(upsideDownFile());
  await expect(page.getByRole("region", { name: "To know" })).toContainText("Lead II looks upside down");
});

test("marks what is missing and what is flat as noise", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  const rows = timedFile(SECONDS).buffer.toString("utf8").trimEnd().split("\n");
  const flat = rows.map((row, i) => (i > 3600 && i <= 4320 ? row.replace(/,[^,]*$/, ",0.1") : row));
  await app.drop(textFile("holes.csv", lines(...flat.slice(0, 1801), ...flat.slice(2161))));
  await expect(app.fact("Times")).toContainText("1 gap, 1 s together");
  await expect(page.getByText("1 s missing (5.0 %), left out")).toBeVisible();
  await expect(page.getByText("1 s missing, 2 s flat (15.0 %), left out")).toBeVisible();
});

const REFUSED: readonly { readonly what: string; readonly files: readonly TestFile[]; readonly sentence: RegExp }[] = [
  { what: "a record of several segments", files: [segmentsFile()], sentence: /several segments.*header of one segment/ },
  { what: "samples without their header", files: wfdbFiles("dat"), sentence: /header recording\.hea is not here.*Choose the \.hea file together/ },
  { what: "a header without its samples", files: wfdbFiles("hea"), sentence: /keeps its samples in recording\.dat.*Choose recording\.hea, recording\.dat together/ },
  { what: "two recordings at once", files: [timedFile(5), watchFile(5)], sentence: /Open one recording at a time/ },
  { what: "a recording beside a table", files: [timedFile(5), heartRates()], sentence: /Open them apart/ },
];

for (const { what, files, sentence } of REFUSED) {
  test(`refuses ${what} with a way on`, async ({ page }) => {
    const app = new AppPage(page);
    await app.start();
    await app.drop(...files);
    await expect(app.alert).toContainText(sentence);
  });
}

test("heart rates still go to their own check", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.drop(heartRates());
  await app.expectRead(300, 1);
  await app.check("Rolling median rule");
});

function heartRates(): TestFile {
  return textFile("rates.csv", lines("timestamp,patient_id,heart_rate", ...realBeats(300).map(({ timeS, rate }) => `${timeS},007,${rate}`)));
}

/** P, QRS and T of a generated ECG, all negative. */
function upsideDownFile(): TestFile {
  const wave = (t: number, at: number, width: number, height: number) => height * Math.exp(-(((t - at) / width) ** 2));
  const mv = Array.from({ length: SECONDS * 250 }, (_, i) => {
    const t = (i / 250) % 0.85;
    return -(wave(t, 0.2, 0.025, 0.15) + wave(t, 0.38, 0.012, 1.1) + wave(t, 0.64, 0.05, 0.3));
  });
  return textFile("inverted.csv", lines("time (s),II (mV)", ...mv.map((value, i) => `${(i / 250).toFixed(3)},${value.toFixed(4)}`)));
}
