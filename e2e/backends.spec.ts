import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { build, preview, type PreviewServer } from "vite";
import type { BeatModelId } from "../src/models/beat-model.ts";
import { browserArguments } from "../scripts/browser.mjs";
import type { Checked } from "./backends/backends.worker.ts";

/** Ten checks, and fewer where software WebGL takes seconds for one. */
const NETWORKS: readonly { readonly id: BeatModelId; readonly sample: string; readonly checks: number }[] = [
  { id: "beat-cnn", sample: "heartbeats.csv", checks: 10 },
  { id: "conv-autoencoder", sample: "ecg5000.tsv", checks: 10 },
  { id: "lstm-fcn", sample: "heartbeats.csv", checks: 2 },
];
const BEATS = 20;

// WebGL is drawn in software here, which the app itself never chooses.
test.use({ launchOptions: async ({ launchOptions }, use) => use({ ...launchOptions, args: [...browserArguments, "--use-angle=swiftshader", "--enable-unsafe-swiftshader"] }) });
test.describe.configure({ mode: "serial", timeout: 300_000 });

let folder: string;
let server: PreviewServer;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "isoline-backends-"));
  const shared = {
    configFile: false,
    root: fileURLToPath(new URL("./backends/", import.meta.url)),
    base: "./",
    publicDir: fileURLToPath(new URL("../public/", import.meta.url)),
    logLevel: "error",
    worker: { format: "es" },
  } as const;
  await build({ ...shared, build: { outDir: folder, emptyOutDir: true, target: "es2023", chunkSizeWarningLimit: 20_000 } });
  server = await preview({ ...shared, build: { outDir: folder }, preview: { port: 4283, host: "localhost" } });
});

test.afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

for (const network of NETWORKS) {
  test(`${network.id} answers on WebGL as on WASM, and keeps neither tensors nor textures`, async ({ page }) => {
    await page.goto(server.resolvedUrls?.local[0] ?? "");
    await page.waitForFunction(() => "check" in window);
    const wasm = await check(page, { ...network, backend: "wasm" });
    const webgl = await check(page, { ...network, backend: "webgl" });
    expect(Math.max(...webgl.outputs)).toBeGreaterThan(0.5);
    webgl.outputs.forEach((output, i) => expect(Math.abs(output - wasm.outputs[i])).toBeLessThan(1e-3 * Math.max(1, wasm.outputs[i])));
    for (const { tensors } of [wasm, webgl]) expect(new Set(tensors).size).toBe(1);
    const [first] = webgl.gpuBytes;
    expect(first).toBeGreaterThan(0);
    expect(new Set(webgl.gpuBytes)).toEqual(new Set([first]));
  });
}

test("a GPU that is taken away is noticed, said, and done without", async ({ page }) => {
  await page.goto(server.resolvedUrls?.local[0] ?? "");
  await page.waitForFunction(() => "loseGpu" in window);
  const lost = await page.evaluate(() => (window as unknown as { loseGpu: () => Promise<{ code: string; sentence: string; backend: string }> }).loseGpu());
  expect(lost.code).toBe("gpu-lost");
  expect(lost.backend).not.toBe("webgl");
  expect(lost.sentence).toMatch(/discarded.*Start it again: it is computed by/);
});

function check(page: Page, call: { readonly id: BeatModelId; readonly sample: string; readonly backend: string; readonly checks: number }): Promise<Checked> {
  return page.evaluate((given) => (window as unknown as { check: (call: unknown) => Promise<Checked> }).check(given), { ...call, beats: BEATS });
}
