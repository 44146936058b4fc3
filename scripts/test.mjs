// npm test: installs what is missing, then lint, types, layer rule, unit tests, build and browser tests.
// Every step runs even if one before it failed; the last line counts tests, and each failed step without tests as one,
// as it does the browser tests where no browser can be had.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installPackages, projectRoot, run } from "./lib/install.mjs";

installPackages();
const { ensureBrowser } = await import("./browser.mjs");
const browser = await ensureBrowser();

const results = join(projectRoot, ".cache/test-results");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const unitReport = join(results, "unit.json");
const browserReport = join(results, "e2e.json");

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));
const countUnit = () => {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = readJson(unitReport);
  return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0) };
};
const countBrowser = () => {
  const { expected, flaky, unexpected } = readJson(browserReport).stats;
  return { passed: expected + flaky, failed: unexpected };
};

const steps = [
  { name: "lint", command: ["eslint", "."] },
  { name: "types", command: ["tsc", "--noEmit"] },
  { name: "layers", command: ["node", "scripts/layers.mjs"] },
  { name: "unit tests", command: ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`], count: countUnit },
  { name: "build", command: ["vite", "build"] },
  ...(browser ? [{ name: "browser tests", command: ["playwright", "test"], count: countBrowser }] : []),
];

const total = { passed: 0, failed: browser ? 0 : 1 };
for (const { name, command, count } of steps) {
  console.log(`\n── ${name}`);
  const env = { ...process.env, CHROME_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport };
  const [program, ...args] = command;
  const status = program === "node" ? run("node", args, { env }) : run("npx", ["--no-install", ...command], { env });
  const counted = count ? tryCount(count) : { passed: 0, failed: 0 };
  total.passed += counted.passed;
  total.failed += Math.max(counted.failed, status === 0 ? 0 : 1);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

function tryCount(count) {
  try {
    return count();
  } catch (error) {
    console.error(`No test report was written: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}
