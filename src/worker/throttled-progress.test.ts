import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Progress } from "../ecg/progress.ts";
import { throttleProgress } from "./throttled-progress.ts";

const progress = (done: number, stage = "Reading"): Progress => ({ stage, done, total: 100, unit: "bytes" });

describe("throttleProgress", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function collector() {
    const sent: Progress[] = [];
    const throttled = throttleProgress((report) => Promise.resolve(void sent.push(report)), 50);
    return { ...throttled, sent };
  }

  it("sends one report an interval, and the last one on flush", async () => {
    const { report, flush, sent } = collector();
    for (let done = 1; done <= 100; done++) {
      report(progress(done));
      vi.advanceTimersByTime(10);
    }
    await flush();
    expect(sent.map(({ done }) => done)).toEqual([1, 6, 11, 16, 21, 26, 31, 36, 41, 46, 51, 56, 61, 66, 71, 76, 81, 86, 91, 96, 100]);
  });

  it("sends the first report of each stage at once", () => {
    const { report, sent } = collector();
    report(progress(1, "Reading"));
    report(progress(2, "Reading"));
    report(progress(0, "Scoring"));
    expect(sent.map(({ stage, done }) => `${stage} ${done}`)).toEqual(["Reading 1", "Scoring 0"]);
  });

  it("flush waits until the last report has been received", async () => {
    let receive: () => void = () => undefined;
    const { report, flush } = throttleProgress(() => new Promise<void>((resolve) => (receive = resolve)));
    report(progress(1));
    let flushed = false;
    const done = flush().then(() => (flushed = true));
    await Promise.resolve();
    expect(flushed).toBe(false);
    receive();
    await done;
  });

  it("flush has nothing to wait for when nothing was reported", async () => {
    const { flush, sent } = collector();
    await flush();
    expect(sent).toEqual([]);
  });
});
