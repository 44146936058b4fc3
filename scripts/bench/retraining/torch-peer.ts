import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("./torch-peer.py", import.meta.url));

/** Seconds that PyTorch takes for the same network on the same beats. */
export function runTorch(python: string, file: string, epochs: number): number {
  return Number(execFileSync(python, [script, file, String(epochs)], { encoding: "utf8" }));
}
