import { expect, type Locator, type Page } from "@playwright/test";
import type { TestFile } from "./heart-rate-files.ts";

export const DETECTORS = ["1D-CNN", "Rolling median rule", "Isolation Forest", "Autoencoder"] as const;

/** The app as a person meets it: by what is written on it. */
export class AppPage {
  readonly page: Page;
  readonly checkButton: Locator;
  readonly alert: Locator;

  constructor(page: Page) {
    this.page = page;
    this.checkButton = page.getByRole("button", { name: "Check Anomalies" });
    this.alert = page.getByRole("alert");
  }

  async start(hash = ""): Promise<void> {
    await this.page.goto(`./${hash}`);
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  async drop(...files: TestFile[]): Promise<void> {
    await this.page.locator('input[type="file"]').first().setInputFiles(files);
  }

  async openSample(): Promise<void> {
    await this.page.getByRole("button", { name: "Try sample data" }).first().click();
    await this.expectRead(12_153, 6);
  }

  /** 1,200 labelled beats of 187 samples. */
  async openHeartbeats(): Promise<void> {
    await this.page.getByRole("button", { name: "Try sample heartbeats" }).first().click();
    await this.expectBeats(1200, 187);
  }

  async expectBeats(beats: number, samples: number): Promise<void> {
    await expect(this.fact("Beats")).toHaveText(beats.toLocaleString("en-US"));
    await expect(this.fact("Samples a beat")).toHaveText(String(samples));
  }

  /** Runs one model over the beats in hand and waits for the result. */
  async checkBeats(model: string): Promise<void> {
    await this.page.getByRole("radio", { name: model, exact: true }).check();
    await this.checkButton.click();
    await expect(this.page).toHaveURL(/#\/checks\/[^?]+$/, { timeout: 45_000 });
    await expect(this.page.getByRole("tab", { name: "Overview" })).toBeVisible();
  }

  /** The summary says what was read. */
  async expectRead(rows: number, patients: number): Promise<void> {
    await expect(this.fact("Rows")).toHaveText(rows.toLocaleString("en-US"));
    await expect(this.fact("Patients")).toHaveText(patients.toLocaleString("en-US"));
  }

  fact(term: string): Locator {
    return this.page.locator("dl > div").filter({ has: this.page.locator("dt", { hasText: new RegExp(`^${term}$`) }) }).locator("dd").first();
  }

  async chooseDetector(name: (typeof DETECTORS)[number]): Promise<void> {
    await this.page.getByRole("radio", { name, exact: true }).check();
  }

  /** Runs the check and waits for its result; the address then names the check and a patient. */
  async check(detector?: (typeof DETECTORS)[number]): Promise<void> {
    if (detector !== undefined) await this.chooseDetector(detector);
    await this.checkButton.click();
    await this.expectResult();
  }

  async expectResult(): Promise<void> {
    await expect(this.page).toHaveURL(/#\/checks\/[^?]+\?patient=/, { timeout: 45_000 });
    await expect(this.plot).toBeVisible();
  }

  get plot(): Locator {
    return this.page.getByText(/[\d,]+ of [\d,]+ points drawn/);
  }
}
