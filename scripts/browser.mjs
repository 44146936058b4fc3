// Finds a Chromium for the browser tests and the benchmark, or gets one.
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./lib/install.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of an installed Chrome or Chromium: CHROME_PATH, the PATH, the usual places, then Playwright's own; undefined if there is none. */
export async function findBrowser() {
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const candidates = [process.env.CHROME_PATH, ...onPath, ...PLACES].filter((path) => path !== undefined && path !== "");
  const installed = candidates.find(isExecutable);
  if (installed) return installed;
  const { chromium } = await import("@playwright/test");
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** An installed browser, else Playwright's download, else Debian's package; if none can be had, says so and returns undefined. */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;

  console.log("No Chrome or Chromium found; trying playwright install chromium …");
  run("npx", ["playwright", "install", "chromium"], { timeout: 300_000 });
  const downloaded = await findBrowser();
  if (downloaded) return downloaded;

  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Trying Debian's package chromium …");
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    const packaged = await findBrowser();
    if (packaged) return packaged;
  }
  console.error("The browser tests need Chrome or Chromium and none could be installed. Install one, or set CHROME_PATH to its executable, and run npm test again.");
  return undefined;
}

/** Chromium's arguments: no calls of its own to the network; no sandbox only where it cannot have one (root). */
export const browserArguments = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];
