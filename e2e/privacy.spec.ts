import { expect, test, type Page } from "@playwright/test";
import { contentSecurityPolicy, securityHeaders } from "../scripts/security-headers.ts";
import type { ShippedLicences } from "../src/ui/licences/shipped.ts";
import { AppPage, DETECTORS } from "./app-page.ts";
import { expectSound } from "./expect-sound.ts";
import { checkRecording } from "./recording-page.ts";

test("a whole check with every detector makes no request beyond the origin, and sends nothing", async ({ page, context, baseURL }) => {
  test.slow();
  const requests: { url: string; method: string; body: string | null }[] = [];
  context.on("request", (request) => requests.push({ url: request.url(), method: request.method(), body: request.postData() }));
  const app = new AppPage(page);
  await app.start();
  for (const detector of DETECTORS) {
    await app.start();
    await app.openSample();
    await app.check(detector);
  }
  expect(requests.length).toBeGreaterThan(5);
  expect(requests.filter(({ url }) => !url.startsWith(baseURL ?? "") && !url.startsWith("blob:") && !url.startsWith("data:"))).toEqual([]);
  expect(requests.filter(({ method, body }) => method !== "GET" || body !== null)).toEqual([]);
});

/** What the browser says of the policy, of the page and its workers. */
function violationsOf(page: Page): readonly string[] {
  const violations: string[] = [];
  page.on("console", (message) => {
    if (/Content.Security.Policy|Trusted(Script|HTML|Type)|Permissions.policy/i.test(message.text())) violations.push(message.text());
  });
  page.on("pageerror", ({ message }) => violations.push(message));
  return violations;
}

test("the policy allows no other origin, no inline script and no text as code", async ({ page, request }) => {
  const violations = violationsOf(page);
  await new AppPage(page).start();
  expect((await request.get("./")).headers()).toMatchObject(Object.fromEntries(Object.entries(securityHeaders()).map(([name, value]) => [name.toLowerCase(), value])));
  expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content")).toBe(contentSecurityPolicy);
  expect(await page.locator("script:not([src])").count()).toBe(0);
  expect(violations).toEqual([]);

  const thrown = await page.evaluate(() => {
    const attempt = (act: () => unknown): string => {
      try {
        act();
        return "done";
      } catch (cause) {
        return cause instanceof Error ? cause.name : "";
      }
    };
    const body = document.body as { innerHTML: string };
    return [
      attempt(() => (body.innerHTML = "<b>text</b>")),
      attempt(() => new Worker("https://example.invalid/worker.js")),
      attempt(() => new Worker("samples/heart-rate.csv")),
      attempt(() => (document.createElement("script").src = "https://example.invalid/a.js")),
      attempt(() => (window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }).trustedTypes.createPolicy("another", {})),
    ];
  });
  expect(thrown).toEqual(Array(5).fill("TypeError"));
  // Later, since what a test evaluates is allowed to evaluate itself.
  const evaluated = await page.evaluate(() => new Promise((resolve) => setTimeout(() => {
    try {
      resolve((0, eval)("1"));
    } catch (cause) {
      resolve(cause instanceof Error && cause.name);
    }
  })));
  expect(evaluated).toBe("EvalError");
});

test("of what the browser offers the page may use passkeys and the clipboard, and what its server's place needs", async ({ page }) => {
  await new AppPage(page).start();
  const allowed = await page.evaluate(() => (document as unknown as { featurePolicy: { allowedFeatures(): string[] } }).featurePolicy.allowedFeatures());
  expect(allowed.filter((feature) => !feature.startsWith("ch-") && !/local-network|loopback/.test(feature)).sort()).toEqual(["clipboard-write", "publickey-credentials-create", "publickey-credentials-get"]);
});

test("checks of heart rates, beats and a recording, their charts and a training meet no obstacle of the policy", async ({ page }) => {
  test.setTimeout(300_000);
  const violations = violationsOf(page);
  const app = new AppPage(page);
  await app.start();
  await app.openSample();
  await app.check("1D-CNN");
  await page.getByRole("link", { name: "Check", exact: true }).click();
  await app.openHeartbeats();
  await app.checkBeats("1D-CNN");
  await page.getByRole("tab", { name: "Beats" }).click();
  await page.getByRole("gridcell").first().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/spoke for/i).first()).toBeVisible();
  await page.getByRole("link", { name: "Check", exact: true }).click();
  await page.getByRole("button", { name: "Try a recording" }).first().click();
  await expect(app.fact("Duration")).toHaveText("0:10:00.0");
  await checkRecording(app);
  await page.getByRole("tab", { name: "Rhythm" }).click();
  await expect(page.getByRole("heading", { name: "Intervals" })).toBeVisible();
  await page.getByRole("link", { name: "Monitoring" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goto("./#/train?model=beat-cnn");
  const epochs = page.getByLabel("Epochs", { exact: true });
  if (!(await epochs.isVisible())) await page.getByText("Parameters of 1D-CNN").click();
  await epochs.fill("1");
  await page.getByRole("button", { name: "Start training" }).click();
  await expect(page.getByText("Version 2 of 1D-CNN is registered as challenger.")).toBeVisible({ timeout: 180_000 });

  await page.getByRole("link", { name: "Nothing leaves this device" }).click();
  const requests = page.getByRole("region", { name: "Requests since this page was opened" });
  await expect(requests).toContainText("Stopped by the policy: 0 attempts.");
  await expect(requests.getByRole("row", { name: /^Workers .*\(this site\)/ })).toBeVisible();
  await expect(requests.getByText("(foreign)")).toHaveCount(0);
  expect(violations).toEqual([]);
});

test("the self-test tries to send something away in every way, and shows the policy stopping each", async ({ page }) => {
  await new AppPage(page).start("#/privacy");
  await expectSound(page, "privacy");
  await page.getByRole("button", { name: "Try to send something away" }).click();
  await expect(page.getByText("The policy stopped 8 of 8 attempts.")).toBeVisible();
  const ways = page.getByRole("region", { name: "Attempts of the self-test" });
  for (const way of ["Fetch", "Image", "WebSocket", "Event stream", "Beacon", "Script", "Frame", "Fetch in a worker"]) {
    await expect(ways.getByRole("row", { name: new RegExp(`^${way} Stopped by the policy \\([a-z-]+\\)$`) })).toBeVisible();
  }
  const counted = page.getByRole("region", { name: "Requests since this page was opened" });
  await expect(counted).toContainText("Stopped by the policy: 0 attempts, and 7 of the self-test.");
  await expect(counted.getByText("(foreign)")).toHaveCount(0);
  await expectSound(page, "privacy, tried");
});

test("where a server sends no policy the self-test says so, and what to do", async ({ page, context }) => {
  // A page that the service worker or the meta element would protect all the same is no such server's.
  await context.route("**/*", async (route) => {
    if (new URL(route.request().url()).hostname.endsWith(".invalid")) return route.abort();
    const response = await route.fetch();
    const headers = Object.fromEntries(Object.entries(response.headers()).filter(([name]) => name !== "content-security-policy"));
    const isPage = headers["content-type"].includes("text/html");
    return isPage ? route.fulfill({ response, headers, body: (await response.text()).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "") }) : route.fulfill({ response, headers });
  });
  await new AppPage(page).start("#/privacy");
  await page.getByRole("button", { name: "Try to send something away" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The policy did not stop: Fetch, Image, WebSocket, Event stream, Beacon, Script, Frame, Fetch in a worker." })).toContainText("folder deploy/", { timeout: 45_000 });
  await expect(page.getByText(/The policy stopped \d/)).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Requests since this page was opened" }).getByRole("alert")).toContainText("isoline-self-test.invalid");
});

test("licences of what is bundled are listed with their texts, the service worker's too, and of the data", async ({ page, request }) => {
  await new AppPage(page).start("#/licences");
  const licences = (await (await request.get("licences.json")).json()) as ShippedLicences;
  expect(licences.packages.map(({ name }) => name)).toEqual(expect.arrayContaining(["react", "dexie", "recharts", "@tensorflow/tfjs-layers", "comlink", "fflate", "workbox-window"]));
  for (const [, part] of (await (await request.get("sw.js")).text()).matchAll(/"workbox:([a-z-]+):/g)) expect(licences.packages.map(({ name }) => name)).toContain(`workbox-${part}`);
  await expect(page.getByText(`${licences.packages.length} packages`)).toBeVisible();
  await page.getByText("comlink 4.4.2 · Apache-2.0").click();
  await expect(page.getByRole("region", { name: "Licence of comlink 4.4.2" })).toContainText("Apache License");
  for (const source of ["MIT-BIH Arrhythmia Database", "PTB-XL", "ECG5000"]) await expect(page.getByText(source).first()).toBeVisible();
  await expectSound(page, "licences");
});
