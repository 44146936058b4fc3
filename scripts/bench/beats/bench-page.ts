import { writeFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { build, preview } from "vite";
import { browserArguments, findBrowser } from "../../browser.mjs";
import type { BenchPage } from "./page/main.ts";

const ROOT = fileURLToPath(new URL("./page/", import.meta.url));
const PUBLIC = fileURLToPath(new URL("../../../public/", import.meta.url));

/** Lets Chromium draw WebGL in software where there is no GPU; where there is one, it is used. */
const SOFTWARE_WEBGL = "--enable-unsafe-swiftshader";

export interface OpenedPage {
  readonly call: <Method extends keyof BenchPage>(method: Method, ...args: Parameters<BenchPage[Method]>) => ReturnType<BenchPage[Method]>;
  readonly close: () => Promise<void>;
}

/** Bundles the bench's workers into `outDir` as the app's are, serves them beside the shipped models and `files`, and opens them; null where there is no Chromium. */
export async function openBenchPage(outDir: string, files: ReadonlyMap<string, Uint8Array>): Promise<OpenedPage | null> {
  const executablePath = await findBrowser();
  if (executablePath === undefined) return null;
  const shared = { configFile: false, root: ROOT, base: "./", publicDir: PUBLIC, logLevel: "error", worker: { format: "es" } } as const;
  await build({ ...shared, build: { outDir, emptyOutDir: true, target: "es2023", chunkSizeWarningLimit: 20_000 } });
  for (const [name, bytes] of files) {
    await mkdir(dirname(join(outDir, name)), { recursive: true });
    await writeFile(join(outDir, name), bytes);
  }
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 4281, host: "localhost" } });
  const browser = await chromium.launch({ executablePath, args: [...browserArguments, SOFTWARE_WEBGL] });
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(server.resolvedUrls?.local[0] ?? "");
  await page.waitForFunction(() => "bench" in window);
  return {
    call: (method, ...args) =>
      page.evaluate(
        ([name, values]) => (window as unknown as { bench: Record<string, (...values: unknown[]) => unknown> }).bench[name](...values),
        [method, args] as const,
      ) as ReturnType<BenchPage[typeof method]>,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
