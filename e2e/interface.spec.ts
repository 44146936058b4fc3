import { expect, test as base, type FrameLocator, type Page } from "@playwright/test";
import { preview } from "vite";
import { securityHeaders } from "../scripts/security-headers.ts";
import { AppPage, enter } from "./app-page.ts";
import { expectSound } from "./expect-sound.ts";

interface Sites {
  /** the built app, which pages of `ward` may frame */
  readonly app: string;
  /** another origin, with the example page */
  readonly ward: string;
}

const APP_PORT = 4182;
const WARD_PORT = 4183;

const test = base.extend<object, { sites: Sites }>({
  sites: [
    // Playwright reads the fixtures needed from this pattern: there are none.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const ward = `http://localhost:${WARD_PORT}`;
      const common = { configFile: false, logLevel: "error" } as const;
      const servers = await Promise.all([
        preview({ ...common, build: { outDir: "dist" }, preview: { port: APP_PORT, strictPort: true, host: "localhost", headers: securityHeaders(ward) } }),
        preview({ ...common, build: { outDir: "dist/examples" }, preview: { port: WARD_PORT, strictPort: true, host: "localhost" } }),
      ]);
      await use({ app: `http://localhost:${APP_PORT}`, ward });
      await Promise.all(servers.map((server) => server.close()));
    },
    { scope: "worker" },
  ],
});
test.describe.configure({ mode: "serial" });

/** The example page of the other origin, and the app in its frame. */
async function embed(page: Page, { app, ward }: Sites): Promise<FrameLocator> {
  const violations: string[] = [];
  page.on("console", (message) => {
    if (/Content.Security.Policy/i.test(message.text())) violations.push(message.text());
  });
  await page.goto(`${ward}/embed.html?app=${app}/`);
  const frame = page.frameLocator("#app");
  await enter(frame);
  await expect(frame.getByRole("heading", { level: 1 })).toBeVisible();
  expect(violations).toEqual([]);
  return frame;
}

const linkTo = (frame: FrameLocator, name: string) => frame.getByRole("link", { name, exact: true }).first();
const answers = (page: Page) => page.getByLabel("Answers");

/** Sends the app a message as it is, and waits for the next one from it. */
const exchange = (page: Page, message: unknown) =>
  page.evaluate(
    (data) =>
      new Promise((resolve) => {
        window.addEventListener("message", (event) => resolve(event.data), { once: true });
        document.querySelector("iframe")?.contentWindow?.postMessage(data, "*");
      }),
    message,
  );

test("a page of another origin is ignored until its origin is allowed, then drives the app", async ({ page, sites }) => {
  const frame = await embed(page, sites);
  await page.getByRole("button", { name: "List the models" }).click();

  await linkTo(frame, "System").click();
  await expect(frame.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
  await expect(frame.getByText("No site is allowed.")).toBeVisible();
  const origin = frame.getByLabel("Site’s origin");
  await origin.fill(`${sites.ward}/page`);
  await frame.getByRole("button", { name: "Allow" }).click();
  await expect(frame.getByRole("alert")).toContainText("An origin has no path");
  await origin.fill(sites.ward);
  await frame.getByRole("button", { name: "Allow" }).click();
  await expect(frame.getByRole("list", { name: "Allowed sites" })).toContainText(sites.ward);

  await page.getByRole("button", { name: "Ask the twelve-lead model" }).click();
  await expect(answers(page)).toContainText(/predict: \{"NORM":[\d.e-]+,"MI":[\d.e-]+,"STTC":[\d.e-]+,"CD":[\d.e-]+,"HYP":[\d.e-]+\}/);
  await page.getByRole("button", { name: "Tell me of results" }).click();
  await expect(answers(page)).toContainText('subscribe:');
  await page.locator("#file").setInputFiles({ name: "ward.csv", mimeType: "text/csv", buffer: Buffer.from(["time,heart_rate", ...Array.from({ length: 50 }, (_, row) => `${row * 0.8},${row === 20 ? 150 : 72}`)].join("\n")) });
  await expect(answers(page)).toContainText('checkFile: {"checkId":');
  await expect(answers(page)).toContainText('event: {"kind":"result","check":{"checkId":');
  await linkTo(frame, "History").click();
  await expect(frame.getByText("ward.csv").first()).toBeVisible();
  // What was asked before the origin was allowed has been answered by nobody.
  expect(await answers(page).textContent()).not.toContain("models:");

  await linkTo(frame, "System").click();
  await frame.getByRole("link", { name: "Activity log" }).click();
  await expect(frame.getByText(`${sites.ward} called checkFile`).first()).toBeVisible();
});

test("malformed messages of an allowed origin are answered with a typed error, and calls side by side each by its id", async ({ page, sites }) => {
  const frame = await embed(page, sites);
  await linkTo(frame, "System").click();
  await frame.getByLabel("Site’s origin").fill(sites.ward);
  await frame.getByRole("button", { name: "Allow" }).click();
  await expect(frame.getByRole("list", { name: "Allowed sites" })).toContainText(sites.ward);

  expect(await exchange(page, "nonsense")).toMatchObject({ isoline: 1, id: null, error: { code: "malformed" } });
  expect(await exchange(page, { isoline: 1, id: "x", call: "explode" })).toMatchObject({ isoline: 1, id: "x", error: { code: "malformed", place: { path: "call" } } });
  expect(await exchange(page, { isoline: 1, id: 3, call: "predict", input: { X: [1], Y: [] } })).toMatchObject({ isoline: 1, id: 3, error: { code: "malformed", place: { path: "X" } } });
  expect(await exchange(page, { isoline: 1, id: 4, call: "modelSummary", input: { model: "dog" } })).toMatchObject({ id: 4, error: { code: "unknown-model" } });

  const together = await page.evaluate(
    () =>
      new Promise<{ id: number; result: { patients: { predicted: (boolean | null)[] }[] } }[]>((resolve) => {
        const got: { id: number; result: { patients: { predicted: (boolean | null)[] }[] } }[] = [];
        window.addEventListener("message", (event: MessageEvent<(typeof got)[number]>) => {
          got.push(event.data);
          if (got.length === 5) resolve(got);
        });
        for (let id = 10; id < 15; id++) {
          const rateBpm = Array.from({ length: 60 }, (_, beat) => (beat === id ? 150 : 72 + (beat % 3)));
          const patients = [{ patientId: String(id), timeS: rateBpm.map((_, beat) => beat * 0.8), rateBpm }];
          document.querySelector("iframe")?.contentWindow?.postMessage({ isoline: 1, id, call: "predict", input: { kind: "heart-rates", model: "rolling-median", patients } }, "*");
        }
      }),
  );
  expect(together.map(({ id }) => id).sort()).toEqual([10, 11, 12, 13, 14]);
  for (const { id, result } of together) expect(result.patients[0].predicted[id]).toBe(true);

  await frame.getByRole("button", { name: `Remove ${sites.ward}` }).click();
  await expect(frame.getByText("No site is allowed.")).toBeVisible();
  await frame.getByRole("button", { name: "Undo" }).click();
  await expect(frame.getByRole("list", { name: "Allowed sites" })).toContainText(sites.ward);
});

test("no other origin may frame the app, and none at all unless its server says so", async ({ page, request, baseURL, sites }) => {
  const policyOf = async (url: string) => (await request.get(url)).headers()["content-security-policy"];
  expect(await policyOf(sites.app)).toContain(`frame-ancestors ${sites.ward}`);
  expect(await policyOf(baseURL ?? "")).toContain("frame-ancestors 'none'");
  const refusal = page.waitForEvent("console", (message) => /frame-ancestors/.test(message.text()));
  await page.goto(`${sites.ward}/embed.html?app=${baseURL ?? ""}`);
  await refusal;
});

test("window.isoline gives what the page shows: models, a published model's layers, and answers of real models", async ({ page }) => {
  const app = new AppPage(page);
  await app.start();
  const models = await page.evaluate(() => window.isoline?.models());
  expect(models?.map(({ id }) => id)).toContain("lstm-fcn");
  const summary = await page.evaluate(() => window.isoline?.modelSummary({ model: "beat-cnn" }));
  expect(summary).toMatchObject({ version: 1, totalParameters: 112_437, takes: "beats" });
  expect(summary?.layers?.length).toBeGreaterThan(10);
  const beats = await page.evaluate(async () => {
    const rows = (await (await fetch("samples/heartbeats.csv")).text()).split(/\r?\n/).slice(0, 50).map((line) => line.split(",").map(Number)).filter((cells) => cells.length === 188 && cells.every(Number.isFinite));
    const answer = await window.isoline?.predict({ kind: "beats", beats: rows.map((row) => row.slice(0, 187)) });
    return { truth: rows.map((row) => "NSVFQ"[row[187]]), predicted: answer !== undefined && "predicted" in answer ? answer.predicted : [] };
  });
  expect(beats.predicted.length).toBeGreaterThan(40);
  expect(beats.predicted.filter((code, beat) => code === beats.truth[beat]).length / beats.predicted.length).toBeGreaterThan(0.9);
  const lead = await page.evaluate(() => {
    const wave = (timeS: number, atS: number, widthS: number) => Math.exp(-(((timeS - atS) / widthS) ** 2));
    const samplesMv = Array.from({ length: 5000 }, (_, i) => wave((i / 250) % 0.8, 0.3, 0.015) + 0.2 * wave((i / 250) % 0.8, 0.55, 0.05));
    return window.isoline?.predict({ kind: "lead", samplingRateHz: 250, samplesMv });
  });
  expect(lead?.beats.sample.length).toBe(25);
});

test("Settings are sound at both widths", async ({ page }) => {
  const app = new AppPage(page);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await app.start("#/settings");
    await expect(page.getByRole("heading", { name: "Sites that may drive Isoline" })).toBeVisible();
    await expectSound(page, `settings at ${width}`);
  }
  await page.getByLabel("Minutes until it locks").fill("0");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Type whole minutes from 1 to 120.")).toBeVisible();
  await page.getByLabel("Minutes until it locks").fill("5");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Isoline locks after 5 idle minutes")).toBeVisible();
  await app.reload();
  await expect(page.getByLabel("Minutes until it locks")).toHaveValue("5");
});

test("the reference lists every call and type, and its examples run as they are shown", async ({ page }) => {
  const app = new AppPage(page);
  await app.start("#/interface");
  const answers: readonly [string, RegExp][] = [
    ["Ask the twelve-lead model in the shape of the published service", /"NORM": [\d.e-]+,\s+"MI"/],
    ["Score heart rates", /"anomalous": \[\s+40/],
    ["Check a file, and answer its question; the check is saved", /"name": "ward.csv",\s+"beats": 60,\s+"predicted": 1/],
    ["Be told of results; a check is saved", /"isThisCheck": true/],
    ["Read an error", /"code": "malformed"[^]*"path": "patients.0.rateBpm"/],
  ];
  for (const [title, answer] of answers) {
    await expect(page.getByRole("region", { name: `Code: ${title}` })).toContainText("export default async function example(isoline)");
    await page.getByRole("button", { name: `Run: ${title}` }).click();
    await expect(page.getByRole("region", { name: `Answer: ${title}` })).toHaveText(answer);
  }
  await page.getByRole("button", { name: "CheckFileInput", exact: true }).first().click();
  await expect(page.getByRole("heading", { name: "CheckFileInput" })).toBeFocused();
  await page.goto("./#/history");
  await expect(page.getByText("ward.csv").first()).toBeVisible();
});

for (const width of [1440, 390]) {
  test(`the reference is sound at ${width}`, async ({ page }) => {
    const app = new AppPage(page);
    await page.setViewportSize({ width, height: 844 });
    await app.start("#/interface");
    await expect(page.getByRole("heading", { name: "Types" })).toBeVisible();
    await expectSound(page, `interface at ${width}`);
  });
}
