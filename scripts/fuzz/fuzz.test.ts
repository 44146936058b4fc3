import { afterAll, describe, expect, it } from "vitest";
import { watchAllocations } from "./allocations.ts";
import { watchPrototypes } from "./prototypes.ts";
import { TARGETS } from "./targets.ts";

const CASES = 200;
const SEED = 7;

// Before the readers are loaded.
const allocations = watchAllocations();
afterAll(() => allocations.end());

/** The first cases of `npm run fuzz -- --seed 7`. A reader that hangs runs into the time limit of its test. */
describe("every reader ends in a result or a typed error", { timeout: 180_000 }, () => {
  it.each(Object.keys(TARGETS))("%s", async (name) => {
    const { runCase } = await import("./run-case.ts");
    const caseOf = await (await TARGETS[name].load()).prepare(SEED);
    const watch = { allocations, pollution: watchPrototypes() };
    const kinds = new Set<string>();
    for (let index = 0; index < CASES; index++) {
      const end = await runCase(caseOf(index), watch);
      expect(end.kind === "fault" ? end : null, `case ${index}`).toBeNull();
      kinds.add(end.kind);
    }
    // Inputs that are all refused, or all read, would try half of a reader.
    expect([...kinds].sort()).toEqual(["problem", "result"]);
  });
});

describe("a fault is seen", () => {
  const watch = { allocations, pollution: watchPrototypes() };
  const endOf = async (run: () => Promise<string>) => (await import("./run-case.ts")).runCase({ files: [], run }, watch);

  it("where the error is none of ours", async () => {
    expect(await endOf(() => Promise.reject(new TypeError("x is undefined")))).toMatchObject({ kind: "fault", fault: "untyped-error" });
  });

  it("where memory is asked for that is never touched", async () => {
    expect(await endOf(() => Promise.resolve(String(new Float32Array(2 ** 27).length)))).toMatchObject({ kind: "fault", fault: "memory" });
  });

  it("where a prototype is changed", async () => {
    const pollute = () => {
      Object.defineProperty(Object.prototype, "polluted", { value: true, configurable: true });
      return Promise.resolve("done");
    };
    expect(await endOf(pollute)).toEqual({ kind: "fault", fault: "pollution", why: "Object.prototype.polluted was changed" });
    Reflect.deleteProperty(Object.prototype, "polluted");
  });
});
