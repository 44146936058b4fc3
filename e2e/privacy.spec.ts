import { expect, test } from "@playwright/test";
import { AppPage, DETECTORS } from "./app-page.ts";

test("a whole check with every detector makes no request beyond the origin, and sends nothing", async ({ page, context, baseURL }) => {
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

test("the policy allows no other origin and no inline script", async ({ page, request }) => {
  const violations: string[] = [];
  page.on("console", (message) => {
    if (/Content.Security.Policy/i.test(message.text())) violations.push(message.text());
  });
  await page.goto("./");
  const header = (await request.get("./")).headers()["content-security-policy"];
  const meta = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  for (const policy of [header, meta ?? ""]) {
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toContain("unsafe-inline");
    expect(policy).not.toContain("'unsafe-eval'");
  }
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(violations).toEqual([]);
  expect(await page.locator("script:not([src])").count()).toBe(0);

  const foreign = await page.evaluate(() => fetch("https://example.com/").then(() => "sent", () => "blocked"));
  expect(foreign).toBe("blocked");
  await expect.poll(() => violations.length).toBeGreaterThan(0);
});
