import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** Runs a command in the project's folder with its output shown; resolves to its exit status. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: projectRoot, stdio: "inherit", shell: process.platform === "win32", ...options });
  if (error) console.error(`${command} could not be started: ${error.message}`);
  return status ?? 1;
}

/** `npm ci` where the installed packages are missing or older than the lock file. */
export function installPackages() {
  const lock = join(projectRoot, "package-lock.json");
  const installed = join(projectRoot, "node_modules/.package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log("Installing packages (npm ci) …");
  if (run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"]) !== 0) {
    console.error("The packages could not be installed. Check the network connection to the npm registry and run the command again.");
    process.exit(1);
  }
}
