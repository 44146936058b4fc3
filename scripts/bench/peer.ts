import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What peer.py prints, in seconds. */
export interface PeerTimes {
  readonly fitS: number;
  readonly readS: number;
  readonly featuresS: number;
  readonly forestS: number;
  readonly plotS: number;
  readonly totalS: number;
  readonly rows: number;
}

const script = fileURLToPath(new URL("./peer.py", import.meta.url));

/** A Python that has these modules, or null. */
export function findPython(modules: readonly string[]): string | null {
  const candidates = ["/usr/bin/python3", "python3", "python"];
  return candidates.find((python) => canImport(python, modules)) ?? null;
}

export function runPeer(python: string, file: string, trainFile: string): PeerTimes {
  return JSON.parse(execFileSync(python, [script, file, trainFile], { encoding: "utf8" })) as PeerTimes;
}

function canImport(python: string, modules: readonly string[]): boolean {
  try {
    execFileSync(python, ["-c", `import ${modules.join(", ")}`], { stdio: "ignore" });
    return true;
  } catch (cause) {
    if (isExit(cause)) return false;
    throw cause;
  }
}

/** No such program, or one that ended with an error: both mean that this Python will not do. */
const isExit = (cause: unknown): boolean =>
  cause instanceof Error && ("status" in cause || ("code" in cause && cause.code === "ENOENT"));
