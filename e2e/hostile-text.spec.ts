import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { zipFiles } from "../src/ecg/export/zip-files.ts";
import { dicomBytes, groupItem } from "../src/ecg/reading/recording/dicom/testing.ts";
import { edfBytes } from "../src/ecg/reading/recording/edf/testing.ts";
import { writeStore } from "../src/lifecycle/runs/mlflow/write-store.ts";
import { AppPage } from "./app-page.ts";
import { realBeats, textFile, type TestFile } from "./heart-rate-files.ts";
import { expectInert, heartRateFile, HOSTILE_NAME, MIXED, PAYLOADS, quoted, show, watch, type Witness } from "./hostile-text.ts";
import { modelFile } from "./model-files.ts";
import { wfdbFiles } from "./recording-files.ts";
import { RUNS } from "./run-store.ts";

/** Whatever is in a file or a model is text on every screen: nothing of it runs, is fetched or becomes an element. What people write: hostile-words.spec.ts. */

test.describe.configure({ timeout: 240_000 });

const bytesFile = (name: string, bytes: Uint8Array): TestFile => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });

async function checkRates(page: Page, witness: Witness): Promise<string> {
  const app = new AppPage(page);
  await app.start("");
  await app.drop(textFile(`${HOSTILE_NAME}.csv`, ""));
  await expect(app.alert).toContainText("<img");
  await expectInert(page, witness, "problem");
  await app.drop(textFile(`${HOSTILE_NAME}.csv`, `${PAYLOADS.slice(0, 2).map(quoted).join(",")}\n${realBeats(50).map(({ timeS, rate }) => `${timeS},${rate}\n`).join("")}`));
  await expect(page.getByRole("dialog")).toContainText("<script>");
  await expectInert(page, witness, "import dialog");
  await page.keyboard.press("Escape");
  await app.drop(heartRateFile());
  await expect(app.checkButton).toBeEnabled();
  await expectInert(page, witness, "Check");
  await app.chooseDetector("Rolling median rule");
  await app.checkButton.click();
  await expect(page).toHaveURL(/#\/checks\//, { timeout: 60_000 });
  await expect(app.plot).toBeVisible();
  return /checks\/([^?/]+)/.exec(page.url())?.[1] ?? "";
}

test("in patients, columns and file names of heart rates: result, report, history, compare, exports, log", async ({ page }) => {
  const witness = await watch(page);
  const id = await checkRates(page, witness);
  for (const [index, payload] of PAYLOADS.entries()) {
    await show(page, `#/checks/${id}?patient=${index}`);
    await expect(page.getByText(payload.slice(0, 60), { exact: false }).first()).toBeAttached();
  }
  await expectInert(page, witness, "result");
  await show(page, `#/report/${id}`, "W".repeat(40));
  await expectInert(page, witness, "report");
  await show(page, "#/history", "<img");
  await expectInert(page, witness, "history");
  await show(page, `#/compare?checks=${id}`);
  await expectInert(page, witness, "compare");
  await show(page, "#/log", "<img");
  await expectInert(page, witness, "log");
  await show(page, "#/evaluation-sets", "<img");
  await expectInert(page, witness, "evaluation sets");
  await show(page, "#/monitoring", "The checks as a table");
  await page.getByText("The checks as a table").click();
  await expect(page.getByRole("rowheader", { name: /^<img/ })).toBeVisible();
  await expectInert(page, witness, "monitoring");
  for (const screen of ["settings", "diagnostics", "interface", "train", "models", "privacy", "licences"]) {
    await show(page, `#/${screen}`);
    await expectInert(page, witness, screen);
  }
  await show(page, `#/${PAYLOADS[1]}?${PAYLOADS[0]}`, "leads nowhere");
  await expectInert(page, witness, "unknown address");

  await show(page, `#/checks/${id}?patient=0`);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export CSV", exact: true }).click();
  const csv = readFileSync(await (await saving).path(), "utf8");
  // No cell begins as a formula: the one that would is led by an apostrophe.
  expect(csv).toContain("'=HYPERLINK");
  expect(csv).not.toMatch(/(?:^|,)"?[=@]/m);
  await expectInert(page, witness, "export");
});

test("in what recordings say of themselves: comments, patients, statements, leads", async ({ page }) => {
  const witness = await watch(page);
  const app = new AppPage(page);
  await app.start("");
  const wave = Array.from({ length: 5000 }, (_, i) => Math.round(900 * Math.exp(-((((i % 250) - 120) / 6) ** 2))));
  const [header, data, marks] = wfdbFiles("hea", "dat", "atr");
  const comments = PAYLOADS.map((payload) => `# ${payload}\n`).join("");
  const wfdb = [textFile(header.name, `${header.buffer.toString("utf8").trimEnd()}\n#<diagnoses>:\n${comments}`), data, marks];
  const edf = bytesFile(`${HOSTILE_NAME}.edf`, edfBytes({ signals: [{ label: "<b>I</b>", values: wave }, { label: "=1+1", values: wave }], recordCount: 20, recordDurationS: 1, patient: "<img src=x onerror=window.__pwned=1>" }));
  const dicom = bytesFile(`${HOSTILE_NAME}.dcm`, dicomBytes([
    ["00100010", "PN", PAYLOADS[1]], ["00100020", "LO", PAYLOADS[1]], ["0040b020", "SQ", PAYLOADS.slice(0, 6).map((payload) => [["00700006", "ST", payload]] as const)],
    ["54000100", "SQ", [groupItem({ samplingRateHz: 250, label: PAYLOADS[0], channels: [{ meaning: "Lead II", values: wave }, { meaning: PAYLOADS[2], values: wave }] })]],
  ]));
  for (const [form, files] of [["WFDB", wfdb], ["EDF", [edf]], ["DICOM", [dicom]]] as const) {
    await show(page, "#/");
    await app.drop(...files);
    await expect(app.checkButton).toBeEnabled({ timeout: 30_000 });
    await expectInert(page, witness, `${form}, opened`);
    await app.checkButton.click();
    await expect(page).toHaveURL(/#\/checks\//, { timeout: 90_000 });
    await expect(page.getByRole("tab").first()).toBeVisible();
    await expectInert(page, witness, `${form}, result`);
    for (const tab of await page.getByRole("tab").all()) {
      await tab.click();
      expect(await witness.seen()).toEqual([]);
    }
    await page.getByRole("button", { name: "Report", exact: true }).click();
    await expect(page.getByRole("article")).toBeVisible();
    await expectInert(page, witness, `${form}, report`);
  }
  await show(page, "#/history", "<img");
  await page.getByRole("button", { name: "Rename recording", exact: true }).click();
  await page.getByRole("textbox", { name: "New name of recording" }).fill(PAYLOADS[1]);
  await page.getByRole("button", { name: "Keep name" }).click();
  for (const screen of ["history", "evaluation-sets", "train?model=arrhythmia"]) {
    await show(page, `#/${screen}`, "<img");
    await expectInert(page, witness, screen);
  }
});

test("in runs, their tags and notes: list, run, comparison", async ({ page }) => {
  const witness = await watch(page);
  await new AppPage(page).start("#/runs");
  const runs = RUNS.map(({ run, epochs }, index) => ({
    run: { ...run, name: PAYLOADS[index], note: PAYLOADS.join("\n"), backend: PAYLOADS[1], data: { ...run.data, name: PAYLOADS[2] }, tags: Object.fromEntries(PAYLOADS.map((payload, i) => [`${payload.slice(0, 90)}${i}`, payload])), parameters: { ...run.parameters, [PAYLOADS[3]]: PAYLOADS[4] }, metrics: { ...run.metrics, [PAYLOADS[0]]: 1 } },
    epochs: epochs.map((epoch) => ({ ...epoch, metrics: { ...epoch.metrics, [PAYLOADS[1]]: epoch.epoch } })),
    files: null,
  }));
  const archive = { name: "mlruns.zip", mimeType: "application/zip", buffer: Buffer.from(zipFiles(await writeStore(runs), new Date(2026, 10, 21))) };
  await page.getByLabel("Archive of runs").setInputFiles(archive);
  await expect(page.getByText("Imported 3 runs")).toBeVisible();
  await expectInert(page, witness, "runs");
  await page.getByRole("link", { name: PAYLOADS[0] }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(PAYLOADS[0]);
  await page.getByRole("textbox", { name: "Tag" }).fill(MIXED);
  await page.getByRole("button", { name: "Add tag" }).click();
  await page.getByRole("textbox", { name: "Notes" }).fill(MIXED);
  await page.getByRole("textbox", { name: "Notes" }).blur();
  await expectInert(page, witness, "run");
  await show(page, `#/runs/compare?runs=${RUNS.map(({ run }) => run.id).join(",")}`, "<script>");
  await expectInert(page, witness, "compare runs");
});

test("in a model's card, and in a version's tags and note", async ({ page }) => {
  const witness = await watch(page);
  await new AppPage(page).start("#/models/beat-cnn");
  const hostile = (value: unknown): unknown => {
    if (typeof value === "string") return `${value} ${MIXED}`;
    if (Array.isArray(value)) return value.map(hostile);
    return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([key, own]) => [key, hostile(own)])) : value;
  };
  const card = JSON.stringify(hostile(JSON.parse(modelFile("beat-cnn", "card.json").buffer.toString("utf8"))));
  const topology = modelFile("beat-cnn", "model.json").buffer.toString("utf8").replaceAll('"name":"beat-cnn"', `"name":${JSON.stringify(PAYLOADS[1])}`);
  const versions = page.getByRole("region", { name: "Versions", exact: true });
  const choosing = page.waitForEvent("filechooser");
  await versions.getByRole("button", { name: "Import a version" }).click();
  await (await choosing).setFiles([textFile("model.json", topology), modelFile("beat-cnn", "weights.bin"), textFile("card.json", card)]);
  await expect(versions).toContainText("Imported, model.json", { timeout: 60_000 });
  await expectInert(page, witness, "model");
  await versions.getByRole("button", { name: "Version 2", exact: true }).click();
  await page.getByRole("dialog").getByLabel("Tags").fill(MIXED);
  await page.getByRole("dialog").getByLabel("Note").fill(MIXED);
  await page.getByRole("dialog").getByRole("button", { name: "Save tags and note" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expectInert(page, witness, "version");
  await show(page, "#/log", /version 2/);
  await expectInert(page, witness, "log of versions");
});
