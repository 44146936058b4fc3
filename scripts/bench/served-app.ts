import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import { build, preview } from "vite";
import { enter } from "../../e2e/app-page.ts";
import { browserArguments, findBrowser } from "../browser.mjs";

export interface ServedApp {
  readonly url: string;
  /** Runs something in a browser whose profile is new, and on disk as a user's is: in a private window the store would be in memory. */
  readonly inBrowser: <Result>(run: (browser: Browser) => Promise<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
}

/** Builds the app into `outDir`, so that what is measured is what the code says, and serves it; null where there is no Chromium. */
export async function serveApp(outDir: string): Promise<ServedApp | null> {
  const executablePath = await findBrowser();
  if (executablePath === undefined) return null;
  await build({ logLevel: "warn", build: { outDir, emptyOutDir: true } });
  const server = await preview({ preview: { port: 4280 }, build: { outDir } });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error("the preview server has no address");
  return {
    url,
    async inBrowser(run) {
      const folder = await mkdtemp(join(tmpdir(), "isoline-profile-"));
      const profile = await chromium.launchPersistentContext(folder, { executablePath, args: [...browserArguments], baseURL: url });
      try {
        const browser = profile.browser();
        if (browser === null) throw new Error("the profile has no browser");
        return await run(browser);
      } finally {
        await profile.close();
        await rm(folder, { recursive: true });
      }
    },
    close: () => server.close(),
  };
}

/** A desktop page of the browser's profile, with the app open under an account of its own; its steps may take so long. */
export async function openPage(browser: Browser, url: string, { height, limitMs }: { readonly height: number; readonly limitMs: number }): Promise<Page> {
  const page = await browser.contexts()[0].newPage();
  await page.setViewportSize({ width: 1440, height });
  page.setDefaultTimeout(limitMs);
  // tsx compiles functions with calls of this helper, which those that run in the page would miss.
  await page.addInitScript("globalThis.__name = (value) => value");
  await page.goto(url, { waitUntil: "networkidle" });
  await enter(page);
  return page;
}
