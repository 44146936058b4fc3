import { describe, expect, it } from "vitest";
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
});
