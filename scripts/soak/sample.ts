import type { Page } from "@playwright/test";

/** What the page holds after a collection of garbage, on the same screen each time. */
export interface Sample {
  readonly round: number;
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
  /** of the worker, as the Diagnostics page tells; their bytes are the GPU's on WebGL */
  readonly tensors: number;
  readonly tensorBytes: number;
}

export async function takeSample(page: Page, round: number): Promise<Sample> {
  await page.goto("./#/diagnostics");
  const fact = page.locator("dl > div").filter({ has: page.locator("dt", { hasText: /^Tensors of the worker$/ }) }).locator("dd");
  await fact.filter({ hasText: /^\d/ }).waitFor();
  const [, tensors, amount, unit] = /^([\d,]+), ([\d.,]+) (bytes?|kB|MB|GB)$/.exec(await fact.innerText()) ?? [];
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  await session.send("Performance.enable");
  const { metrics } = await session.send("Performance.getMetrics");
  await session.detach();
  const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? NaN;
  return {
    round,
    heapBytes: metric("JSHeapUsedSize"), nodes: metric("Nodes"), listeners: metric("JSEventListeners"),
    tensors: Number(tensors.replaceAll(",", "")), tensorBytes: Number(amount.replaceAll(",", "")) * UNITS[unit as keyof typeof UNITS],
  };
}

const UNITS = { byte: 1, bytes: 1, kB: 1e3, MB: 1e6, GB: 1e9 } as const;
