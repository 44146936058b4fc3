import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { LIMITS } from "./limits.ts";
import type { Order, Report } from "./messages.ts";
import type { CaseEnd } from "./run-case.ts";

export interface EndedCase {
  readonly index: number;
  readonly end: CaseEnd;
  readonly cpuS: number;
  readonly residentBytes: number;
}

const CHILD = fileURLToPath(new URL("child.ts", import.meta.url));
const LOOK_EVERY_MS = 250;
/** Loading the readers may take so long before the first case begins. */
const START_S = 120;
const CLOCK_TICKS_PER_S = 100;

/**
 * Runs cases in a process of their own, up to the last or to the first that has to be killed or kills it. Gives the number of
 * the case to go on with.
 */
export function runCases(order: Order, onEnd: (ended: EndedCase) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = fork(CHILD, { execArgv: ["--import", "tsx", `--max-old-space-size=${LIMITS.heapMb}`], stdio: ["ignore", "ignore", "pipe", "ipc"] });
    let next = order.from;
    let running: { readonly index: number; readonly sinceCpuS: number } | null = null;
    let killedFor: string | null = null;
    let residentBytes = 0;
    let words = "";
    child.stderr?.on("data", (chunk: Buffer) => (words = (words + chunk.toString()).slice(-2000)));
    child.send(order);
    child.on("message", (report: Report) => {
      if (report.kind === "begins") {
        running = { index: report.index, sinceCpuS: cpuSecondsOf(child.pid) };
        return;
      }
      running = null;
      next = report.index + 1;
      residentBytes = report.residentBytes;
      onEnd({ ...report, end: withTimeAndMemory(report) });
    });
    const watchdog = setInterval(() => {
      const usedS = cpuSecondsOf(child.pid) - (running?.sinceCpuS ?? 0);
      const limitS = running === null ? START_S : 2 * LIMITS.caseS;
      if (running === null && next > order.from) return;
      if (usedS <= limitS) return;
      killedFor = `it took more than ${limitS} s of processor time and was killed`;
      child.kill("SIGKILL");
    }, LOOK_EVERY_MS);
    child.on("exit", (status) => {
      clearInterval(watchdog);
      if (running !== null && status === 0 && running.index > order.from) {
        // Nothing was left to wait for: a promise of the system's was lost, or the case never settles, which running it first tells.
        resolve(running.index);
      } else if (running !== null) {
        const { index } = running;
        const end: CaseEnd = killedFor === null ? { kind: "fault", fault: "crash", why: `the process ended: ${words.trim().slice(-600) || `status ${status}`}` } : { kind: "fault", fault: "hang", why: killedFor };
        onEnd({ index, end, cpuS: 2 * LIMITS.caseS, residentBytes });
        resolve(index + 1);
      } else if (next === order.from) reject(new Error(`The target ${order.target} could not be loaded: ${words}`));
      else resolve(next);
    });
  });
}

function withTimeAndMemory({ end, cpuS, residentBytes }: EndedCase): CaseEnd {
  if (end.kind === "fault") return end;
  if (cpuS > LIMITS.caseS) return { kind: "fault", fault: "hang", why: `it took ${cpuS.toFixed(2)} s of processor time` };
  if (residentBytes > LIMITS.residentBytes) return { kind: "fault", fault: "memory", why: `the process held ${Math.round(residentBytes / 2 ** 20)} MiB` };
  return end;
}

/** Processor time that a process has used; where the system does not say, the time of day. */
function cpuSecondsOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "").split(" ");
    return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS_PER_S;
  } catch {
    return performance.now() / 1000; // no /proc, or the process has just ended, which its exit tells
  }
}
