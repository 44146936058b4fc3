import { chromium, type Browser, type Page } from "@playwright/test";
import { build, preview } from "vite";
import { enter } from "../../e2e/app-page.ts";
import { browserArguments, findBrowser } from "../browser.mjs";

export interface ServedApp {
  readonly url: string;
  /** Runs something in a browser with a fresh profile. */
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
      const browser = await chromium.launch({ executablePath, args: [...browserArguments] });
      try {
        return await run(browser);
      } finally {
        await browser.close();
      }
    },
    close: () => server.close(),
  };
}

/** A desktop page with the app open under an account of its own, whose steps may take so long. */
export async function openPage(browser: Browser, url: string, { height, limitMs }: { readonly height: number; readonly limitMs: number }): Promise<Page> {
  const page = await browser.newPage({ baseURL: url.replace(/#.*/, ""), viewport: { width: 1440, height } });
  page.setDefaultTimeout(limitMs);
  // tsx compiles functions with calls of this helper, which those that run in the page would miss.
  await page.addInitScript("globalThis.__name = (value) => value");
  await page.goto(url, { waitUntil: "networkidle" });
  await enter(page);
  return page;
}
