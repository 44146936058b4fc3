// npm start: installs what is missing, builds the app and serves the built files on localhost.
import { parseArgs } from "node:util";
import { installPackages, projectRoot } from "./lib/install.mjs";

const { values } = parseArgs({ options: { port: { type: "string", default: "4173" } } });
installPackages();
const { build, preview } = await import("vite");
await build({ root: projectRoot, logLevel: "warn" });
const server = await preview({ root: projectRoot, preview: { port: Number(values.port) } });
console.log("\nIsoline is ready. Open it in a browser and press “Try without an account”, then “Try sample data”. Stop with Ctrl+C.");
server.printUrls();
