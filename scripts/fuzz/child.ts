/** A process that runs the cases it is ordered to. Its parent watches how long each takes. */
import { watchAllocations } from "./allocations.ts";
import type { Order, Report } from "./messages.ts";
import { watchPrototypes } from "./prototypes.ts";

/** A reader gives turns for messages by `setTimeout`, which waits a millisecond; here nobody waits for messages. */
const later = setTimeout;
globalThis.setTimeout = ((work: () => void, ms = 0, ...rest: unknown[]) => (ms === 0 ? setImmediate(work) : later(work, ms, ...rest))) as typeof setTimeout;

const allocations = watchAllocations();

process.once("message", (order: Order) => void runAll(order));

function tell(report: Report): void {
  process.send?.(report);
}

async function runAll({ target, seed, from, to }: Order): Promise<void> {
  const [{ TARGETS }, { runCase }] = await Promise.all([import("./targets.ts"), import("./run-case.ts")]);
  const caseOf = await (await TARGETS[target].load()).prepare(seed);
  const watch = { allocations, pollution: watchPrototypes() };
  for (let index = from; index < to; index++) {
    const next = caseOf(index);
    tell({ kind: "begins", index });
    const before = process.cpuUsage();
    const end = await runCase(next, watch);
    const { user, system } = process.cpuUsage(before);
    tell({ kind: "ended", index, end, cpuS: (user + system) / 1e6, residentBytes: process.memoryUsage.rss() });
    if (end.kind === "fault" && end.fault === "pollution") break;
  }
  process.disconnect();
}
