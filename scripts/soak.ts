// Uses the built app as a ward does for a day, and prints whether it grows: npm run soak -- [--rounds N] [--one-session] [--json]
// A round is a check, a review, a lock and an unlock; 500 of them stand for eight hours. With --one-session nothing is locked, and
// the page is never loaded anew. Afterwards, with all those checks saved, the list and its search are timed, a file of 2,000 patients
// and one of a million rows are checked.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ProblemError } from "../src/ecg/problem.ts";
import { serveApp } from "./bench/served-app.ts";
import { parseOrExplain, runMain } from "./lib/run-main.ts";
import { soak } from "./soak/soak.ts";
import { soakText } from "./soak/soak-text.ts";

const USAGE = "npm run soak -- [--rounds N] [--one-session] [--json]";

await runMain(main);

async function main(): Promise<void> {
  const { rounds: typed, "one-session": isOneSession, json } = parseOrExplain(() => parseArgs({ options: { rounds: { type: "string", default: "500" }, "one-session": { type: "boolean", default: false }, json: { type: "boolean", default: false } } }), USAGE).values;
  const rounds = Number(typed);
  if (!Number.isInteger(rounds) || rounds < 3) throw new ProblemError("usage", `“${typed}” is no number of rounds`, `Usage: ${USAGE}; at least 3`);
  const folder = await mkdtemp(join(tmpdir(), "isoline-soak-"));
  try {
    const app = await serveApp(join(folder, "dist"));
    if (app === null) throw new ProblemError("no-browser", "there is no Chromium here", "Install one, or set CHROME_PATH");
    try {
      const outcome = await app.inBrowser((browser) => soak(browser, app.url, { rounds, isLocked: !isOneSession, folder, report: (text) => console.error(text) }));
      console.log(json ? JSON.stringify(outcome, null, 2) : soakText(outcome));
      if (!outcome.isFlat) process.exitCode = 1;
    } finally {
      await app.close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}
