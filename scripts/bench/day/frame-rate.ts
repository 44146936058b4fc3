import type { Locator, Page } from "@playwright/test";

export interface FrameRate {
  readonly framesPerSecond: number;
  /** of the longest tenth of the frames, the shortest */
  readonly p90Ms: number;
}

const MOVE_MS = 5000;
const SETTLE_MS = 800;

/** Moves the pointer or wheel for some seconds as fast as the page takes it and counts the frames it draws meanwhile. */
export async function frameRate(page: Page, step: (count: number) => Promise<void>): Promise<FrameRate> {
  await page.waitForTimeout(SETTLE_MS);
  await page.evaluate(() => {
    const times: number[] = [];
    const tick = (now: number) => {
      times.push(now);
      Object.assign(window, { isolineFrame: requestAnimationFrame(tick) });
    };
    Object.assign(window, { isolineFrames: times, isolineFrame: requestAnimationFrame(tick) });
  });
  const start = performance.now();
  for (let count = 0; performance.now() - start < MOVE_MS; count++) await step(count);
  const times = await page.evaluate(() => {
    const own = window as unknown as { readonly isolineFrames: readonly number[]; readonly isolineFrame: number };
    cancelAnimationFrame(own.isolineFrame);
    return own.isolineFrames;
  });
  const lengths = times.slice(1).map((time, i) => time - times[i]).sort((a, b) => a - b);
  return { framesPerSecond: (1000 * lengths.length) / (times[times.length - 1] - times[0]), p90Ms: lengths[Math.floor(0.9 * lengths.length)] };
}

/** Pans by wheel. */
export async function wheelOver(page: Page, target: Locator): Promise<FrameRate> {
  const box = await boxOf(target);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  return frameRate(page, () => page.mouse.wheel(0, 60));
}

/** Drags to and fro. */
export async function dragOver(page: Page, target: Locator): Promise<FrameRate> {
  const box = await boxOf(target);
  const [left, width, y] = [box.x + 0.2 * box.width, 0.6 * box.width, box.y + box.height / 2];
  await page.mouse.move(left + width, y);
  await page.mouse.down();
  const rate = await frameRate(page, (count) => page.mouse.move(left + width * Math.abs(1 - ((count / 40) % 2)), y));
  await page.mouse.up();
  return rate;
}

async function boxOf(target: Locator) {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error("what is to be moved is not on screen");
  return box;
}
