import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Browser } from "@playwright/test";

const run = promisify(execFile);
const SAMPLE_EVERY_MS = 100;

/** Watches the resident memory of the largest page process, its workers and WASM included; call the result for the peak in bytes. */
export async function watchRendererMemory(browser: Browser): Promise<() => Promise<number>> {
  const session = await browser.newBrowserCDPSession();
  let peakBytes = 0;
  const stop = new AbortController();
  const watching = (async () => {
    while (!stop.signal.aborted) {
      const { processInfo } = await session.send("SystemInfo.getProcessInfo");
      const renderers = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
      peakBytes = Math.max(peakBytes, ...(await residentBytes(renderers)));
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_EVERY_MS));
    }
    await session.detach();
  })();
  return async () => {
    stop.abort();
    await watching;
    return peakBytes;
  };
}

async function residentBytes(processIds: readonly number[]): Promise<number[]> {
  const { stdout } = await run("ps", ["-o", "rss=", "-p", processIds.join(",")]);
  return stdout.trim().split(/\s+/).map((kibibytes) => Number(kibibytes) * 1024);
}
