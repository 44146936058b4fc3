import { expect, test } from "@playwright/test";
import { AppPage } from "./app-page.ts";
import { lines, realBeats, textFile, type TestFile } from "./heart-rate-files.ts";

const beats = realBeats(200);
const HEADER = "timestamp,patient_id,heart_rate,label";
const rows = beats.map(({ timeS, rate, label }) => `${timeS},100,${rate},${label}`);
/** A good file with one line replaced; line numbers are 1-based, the header is line 1. */
const withLine = (line: number, text: string) => lines(HEADER, ...rows.map((row, i) => (i + 2 === line ? text : row)));

interface BadFile {
  readonly what: string;
  readonly file: TestFile;
  /** what the sentence must name */
  readonly says: readonly RegExp[];
}

const LONG = "z".repeat(200);
const BAD_FILES: readonly BadFile[] = [
  { what: "an empty file", file: textFile("empty.csv", ""), says: [/empty\.csv/, /no data/] },
  { what: "only a header", file: textFile("header.csv", `${HEADER}\n`), says: [/header\.csv/, /row of data/] },
  { what: "a binary file", file: textFile("image.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])), says: [/image\.csv/, /PNG|picture|image/i] },
  { what: "a spreadsheet", file: textFile("book.csv", Buffer.from("PK\u0003\u0004\u0014\u0000\u0006\u0000", "latin1")), says: [/book\.csv/, /CSV/] },
  { what: "a web page", file: textFile("page.csv", "<!doctype html><html><body><script>alert(1)</script></body></html>"), says: [/page\.csv/, /web page/] },
  { what: "no numeric column", file: textFile("names.csv", lines("name,city", "Ada,London", "Grace,New York")), says: [/names\.csv/, /number/] },
  { what: "a ragged row", file: textFile("ragged.csv", withLine(42, "33.1,100,70,0,9,9")), says: [/ragged\.csv/, /line 42/, /6 cells/] },
  { what: "a bad label", file: textFile("label.csv", withLine(50, `40.1,100,70,${LONG}`)), says: [/label\.csv/, /line 50/, /column label/, new RegExp(`“z{40}…”`)] },
  { what: "not a number", file: textFile("nan.csv", withLine(60, "48,100,seventy,0")), says: [/nan\.csv/, /line 60/, /heart_rate/, /seventy/] },
  { what: "infinity", file: textFile("inf.csv", withLine(61, "48,100,inf,0")), says: [/inf\.csv/, /line 61/, /infinite/] },
  { what: "a number beyond double", file: textFile("huge.csv", withLine(62, "48,100,1e999,0")), says: [/huge\.csv/, /line 62/, /1e999/] },
  { what: "text as HTML", file: textFile("html.csv", withLine(63, "48,100,<img src=x onerror=alert(1)>,0")), says: [/line 63/, /<img src=x onerror=alert\(1\)>/] },
];

for (const { what, file, says } of BAD_FILES) {
  test(`says what to do about ${what}`, async ({ page }) => {
    let dialogs = 0;
    page.on("dialog", (dialog) => {
      dialogs++;
      void dialog.dismiss();
    });
    const app = new AppPage(page);
    await app.start();
    await app.drop(file);
    for (const words of says) await expect(app.alert).toContainText(words);
    await expect(page.locator("img[src='x']")).toHaveCount(0);
    expect(dialogs).toBe(0);

    await app.drop(textFile("good.csv", lines(HEADER, ...rows)));
    await app.expectRead(rows.length, 1);
    await expect(app.alert).toHaveCount(0);
  });
}

test("says what to do about a header twice in the middle", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await app.drop(textFile("twice.csv", lines(HEADER, ...rows.slice(0, 100), HEADER, ...rows.slice(100))));
  await expect(page.getByText(/header/i).filter({ hasText: /102|again|repeat/i }).first()).toBeVisible();
});

test("refuses a huge file of one line without reading it all", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  await page.evaluate(() => {
    const piece = new Blob(["7".repeat(1 << 20)]);
    const file = new File(Array.from({ length: 2048 }, () => piece), "line.csv");
    const transfer = new DataTransfer();
    transfer.items.add(file);
    window.dispatchEvent(new DragEvent("dragenter", { dataTransfer: transfer, bubbles: true }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  });
  await expect(app.alert).toContainText(/line\.csv.*line 1/);
});
