import { expect, test } from "@playwright/test";
import { AppPage } from "./app-page.ts";
import { clock, lines, realBeats, textFile, type TestFile } from "./heart-rate-files.ts";

const beats = realBeats(600);
const comma = (value: number) => String(value).replace(".", ",");
const plain = (header: string, separator = ",") =>
  lines(header, ...beats.map(({ timeS, rate, label }) => [timeS, "007", rate, label].join(separator)));

interface InputForm {
  readonly what: string;
  readonly files: readonly TestFile[];
  readonly patients?: number;
  readonly facts?: Readonly<Record<string, RegExp>>;
}

const published = lines(
  ",cycle_id,timestamp,time_gap,heart_rate,patient_id,hr_diff,hr_diff_4,peak_label,label",
  ...beats.slice(4).map(({ timeS, rate, label }, i) => {
    const scale = (value: number) => (value / 200).toFixed(6);
    const before = beats[i + 3];
    return [i, label === 1 ? 1111 : 0, timeS, (timeS - before.timeS).toFixed(3), scale(rate), "100", scale(Math.abs(rate - before.rate)), Math.abs(rate - beats[i].rate).toFixed(2), 0, label].join(",");
  }),
);

const FORMS: readonly InputForm[] = [
  { what: "the plain form", files: [textFile("plain.csv", plain("timestamp,patient_id,heart_rate,label"))], facts: { Labels: /In the file/ } },
  { what: "other names, any case, units in the name", files: [textFile("names.csv", plain("Time (s),Subject.ID,HR (bpm),Is_Anomaly"))], facts: { Labels: /In the file/ } },
  {
    what: "another order of columns, no label",
    files: [textFile("order.csv", lines("bpm,t,subject", ...beats.map(({ timeS, rate }) => `${rate},${timeS},007`)))],
    facts: { Labels: /None/ },
  },
  {
    what: "semicolons, decimal comma, BOM and CRLF",
    files: [textFile("comma.csv", `\uFEFF${["time;patient;heart rate;label", ...beats.map((b) => `${comma(b.timeS)};007;${comma(b.rate)};${b.label}`)].join("\r\n")}\r\n`)],
  },
  { what: "tabs and UTF-16", files: [textFile("utf16.txt", Buffer.from(`\uFEFF${plain("timestamp\tpatient_id\theart_rate\tlabel", "\t")}`, "utf16le"))] },
  { what: "spaces", files: [textFile("spaces.txt", plain("timestamp patient_id heart_rate label", " "))] },
  {
    what: "comment lines and quotes",
    files: [textFile("quotes.csv", lines("# exported by a monitor", "# ward 3", '"timestamp","patient_id","heart_rate"', ...beats.map(({ timeS, rate }) => `"${timeS}","007","${rate}"`)))],
  },
  {
    what: "RR intervals in milliseconds",
    files: [textFile("rr.csv", lines("timestamp,patient_id,RR (ms)", ...beats.map(({ timeS, rate }) => `${timeS},007,${(60_000 / rate).toFixed(0)}`)))],
    facts: { "Heart rate": /milliseconds/ },
  },
  {
    what: "RR intervals in seconds",
    files: [textFile("ibi.csv", lines("time,id,ibi", ...beats.map(({ timeS, rate }) => `${timeS},007,${(60 / rate).toFixed(4)}`)))],
    facts: { "Heart rate": /seconds/ },
  },
  { what: "times in milliseconds", files: [textFile("ms.csv", lines("time_ms,patient,hr", ...beats.map(({ timeS, rate }) => `${Math.round(timeS * 1000)},007,${rate}`)))], facts: { Times: /Milliseconds/ } },
  { what: "times as h:mm:ss", files: [textFile("clock.csv", lines("time,patient,hr", ...beats.map(({ timeS, rate }) => `${clock(timeS)},007,${rate}`)))], facts: { Times: /Clock/ } },
  {
    what: "ISO dates",
    files: [textFile("iso.csv", lines("date,patient,hr", ...beats.map(({ timeS, rate }) => `${new Date(1.7e12 + Math.round(timeS * 1000)).toISOString()},007,${rate}`)))],
    facts: { Times: /ISO/ },
  },
  { what: "the published app's preprocessed form, already scaled", files: [textFile("preprocessed.csv", published)], facts: { "Heart rate": /scaled/, Form: /Preprocessed/ } },
  {
    what: "headerless files, one a patient",
    files: ["007", "042"].map((patient) =>
      textFile(`${patient}.csv`, lines(...beats.slice(1, 301).map(({ timeS, rate, label }, i) => `${label === 1 ? 1111 : 0},${timeS},${(timeS - beats[i].timeS).toFixed(3)},${rate}`))),
    ),
    patients: 2,
    facts: { Form: /without header/, Labels: /In the file/ },
  },
  {
    what: "rows out of order and one patient's rows split",
    files: [textFile("split.csv", lines("timestamp,patient_id,heart_rate", ...[...beats.slice(300), ...beats.slice(0, 300)].flatMap(({ timeS, rate }, i) => (i === 300 ? [`1,other,70`, `${timeS},007,${rate}`] : [`${timeS},007,${rate}`]))))],
    patients: 2,
  },
  {
    what: "gaps, values out of range and duplicate times",
    files: [textFile("gaps.csv", lines("timestamp,patient_id,heart_rate", ...beats.map(({ timeS, rate }, i) => `${i === 20 ? beats[19].timeS : timeS},007,${i % 50 === 7 ? "" : i === 100 ? 400 : rate}`)))],
  },
];

for (const { what, files, patients = 1, facts = {} } of FORMS) {
  test(`reads ${what}, and checks it`, async ({ page }) => {
    const app = new AppPage(page);
    await app.start();
    await app.drop(...files);
    const rows = files.reduce((sum, { buffer, name }) => sum + countRows(buffer, name), 0);
    await app.expectRead(rows, patients);
    for (const [term, value] of Object.entries(facts)) await expect(app.fact(term)).toHaveText(value);
    await app.check("Rolling median rule");
  });
}

test("counts and shows what it filled and flagged", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.drop(FORMS[FORMS.length - 1].files[0]);
  const notes = page.getByRole("region", { name: "To know" });
  await expect(notes).toContainText("12");
  await expect(notes).toContainText(/filled|interpolat/i);
  await expect(notes).toContainText(/15.350/);
  await expect(notes).toContainText(/same time|duplicate/i);
});

test("keeps leading zeros of a patient ID", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.drop(FORMS[0].files[0]);
  await app.check("Rolling median rule");
  await expect(page.getByRole("heading", { name: "Patient 007" })).toBeVisible();
  await expect(page).not.toHaveURL(/007/);
});

test("asks where the guess is weak, and takes the answer", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.drop(textFile("unnamed.csv", lines("a,b", ...beats.map(({ timeS, rate }) => `${timeS},${rate}`))));
  const dialog = page.getByRole("dialog", { name: "What does this file hold?" });
  await expect(dialog).toBeVisible();
  await dialog.getByRole("combobox").nth(0).selectOption("time");
  await dialog.getByRole("combobox").nth(1).selectOption("rate");
  await dialog.getByRole("radio", { name: "Beats per minute" }).check();
  await dialog.getByRole("button", { name: "Open with these settings" }).click();
  await app.expectRead(600, 1);
});

/** Data rows of a test file: lines that are neither comment, header nor empty. */
function countRows(buffer: Buffer, name: string): number {
  const text = name.startsWith("utf16") ? buffer.toString("utf16le") : buffer.toString("utf8");
  return text.split(/\r?\n/).filter((line) => /^["\d,]/.test(line) && /\d/.test(line) && !line.startsWith(",cycle")).length;
}

test("times in nanoseconds are asked about, and with a long name without spaces fit a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const app = new AppPage(page);
  await app.start();
  const rows = realBeats(600).map(({ timeS, rate }) => `${Math.round(1.77e9 + timeS)}000000000,${"p".repeat(300)},${rate}`);
  await app.drop(textFile(`${"n".repeat(120)}.csv`, lines("timestamp,patient_id,heart_rate", ...rows)));
  const dialog = page.getByRole("dialog", { name: "What does this file hold?" });
  await expect(dialog).toContainText("nanoseconds");
  await dialog.getByRole("button", { name: "Open with these settings" }).click();
  await app.expectRead(600, 1);
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await sideways()).toBe(0);
  await app.check("Rolling median rule");
  expect(await sideways()).toBe(0);
});
