import { describe, expect, it, vi } from "vitest";
import { JobQueue } from "./job-queue.ts";

const push = (log: string[], entry: string) => Promise.resolve(log.push(entry));

const never = new AbortController().signal;

describe("JobQueue", () => {
  it("starts a job when the one before has ended, even by failing", async () => {
    const queue = new JobQueue();
    const log: string[] = [];
    const step = (name: string, fails = false) => async () => {
      log.push(`${name} starts`);
      await new Promise((resolve) => setTimeout(resolve, 0));
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
    const ends = await Promise.allSettled([
      queue.run(never, step("first", true)),
      queue.run(never, step("second")),
      queue.run(never, step("third")),
    ]);
    expect(log).toEqual(["first starts", "first ends", "second starts", "second ends", "third starts", "third ends"]);
    expect(ends.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
  });

  it("drops a job that is aborted while it waits, at once, and keeps the order of the others", async () => {
    const queue = new JobQueue();
    const log: string[] = [];
    let endFirst: () => void = () => undefined;
    const first = queue.run(never, () => new Promise<void>((resolve) => (endFirst = resolve)).then(() => void log.push("first")));
    const abort = new AbortController();
    const second = queue.run(abort.signal, () => push(log, "second"));
    const third = queue.run(never, () => push(log, "third"));

    abort.abort();
    await expect(second).rejects.toBe(abort.signal.reason);
    expect(log).toEqual([]);
    endFirst();
    await Promise.all([first, third]);
    expect(log).toEqual(["first", "third"]);
  });

  it("does not start a job that came aborted", async () => {
    const reason = new Error("too late");
    await expect(new JobQueue().run(AbortSignal.abort(reason), () => Promise.resolve("ran"))).rejects.toBe(reason);
  });

  it("runs a job behind the others when none is left, and begins it anew when one comes", async () => {
    const queue = new JobQueue();
    const log: string[] = [];
    const first = queue.run(never, () => push(log, "first"));
    const behind = queue.runBehind(never, async (signal) => {
      log.push("behind begins");
      const isFirst = !log.includes("third");
      if (isFirst) await new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("it gave way"))));
      return log.push("behind ends");
    });
    const second = queue.run(never, () => push(log, "second"));
    await Promise.all([first, second]);
    await vi.waitFor(() => expect(log).toContain("behind begins"));
    await queue.run(never, () => push(log, "third"));
    await behind;
    expect(log).toEqual(["first", "second", "behind begins", "third", "behind begins", "behind ends"]);
  });

  it("gives up a job behind the others that fails by itself or is aborted", async () => {
    const queue = new JobQueue();
    await expect(queue.runBehind(never, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    const abort = new AbortController();
    const stopped = queue.runBehind(abort.signal, (signal) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("stopped")))));
    await new Promise((resolve) => setTimeout(resolve, 1));
    abort.abort();
    await expect(stopped).rejects.toThrow("stopped");
    expect(await queue.run(never, () => Promise.resolve("ran"))).toBe("ran");
  });
});
