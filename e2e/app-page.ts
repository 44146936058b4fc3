import { expect as expectWithin, type FrameLocator, type Locator, type Page } from "@playwright/test";
import type { TestFile } from "./heart-rate-files.ts";

/** Scripts use this page too, outside of tests, where the configuration's time limit does not hold. */
const expect = expectWithin.configure({ timeout: 30_000 });

export const DETECTORS = ["1D-CNN", "Rolling median rule", "Isolation Forest", "Autoencoder"] as const;

/** The account that the tests work with, an administrator's. */
export const OWNER = { name: "Dr Rivera", passphrase: "heron lattice quarry" } as const;

/** Makes the first account where there is none, signs in where it is asked; does nothing in an app that is open. */
export async function enter(place: Page | FrameLocator, { name, passphrase }: { readonly name: string; readonly passphrase: string } = OWNER): Promise<void> {
  const create = place.getByRole("button", { name: "Create account" });
  const signIn = place.getByRole("button", { name: "Sign in", exact: true });
  const app = place.getByRole("navigation", { name: "Main" });
  await expect(create.or(signIn).or(app)).toBeVisible();
  if (await app.isVisible()) return;
  const isFirst = await create.isVisible();
  await place.getByLabel("Name", { exact: true }).fill(name);
  await place.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await (isFirst ? create : signIn).click();
  if (isFirst) {
    await place.getByRole("checkbox", { name: "I have kept it" }).check();
    await place.getByRole("button", { name: "Go on" }).click();
  }
  await expect(app).toBeVisible();
}

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

  /** Opens the app at an address, with an account of its own or signed in to it. */
  async start(hash = ""): Promise<void> {
    await this.page.goto(`./${hash}`);
    await enter(this.page);
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  /** A reload forgets who was signed in. */
  async reload(): Promise<void> {
    await this.page.reload();
    await enter(this.page);
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
    await this.expectSaved();
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
    await expect(this.page).toHaveURL(/#\/checks\/[^?]+\?patient=\d+/, { timeout: 45_000 });
    await expect(this.plot).toBeVisible();
    await this.expectSaved();
  }

  /** A result is shown while it is still being saved, which a reload would end. */
  async expectSaved(): Promise<void> {
    await expect(this.page.locator("[aria-busy=true]")).toHaveCount(0);
  }

  get plot(): Locator {
    return this.page.getByText(/[\d,]+ of [\d,]+ points drawn/);
  }
}
