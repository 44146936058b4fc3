/** npm run interface-reference: writes the reference of the programmatic interface, src/ui/interface/reference.json, from its types. */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { interfaceReference } from "./lib/interface-reference.ts";
import { runMain } from "./lib/run-main.ts";

await runMain(async () => {
  const path = fileURLToPath(new URL("../src/ui/interface/reference.json", import.meta.url));
  await writeFile(path, `${JSON.stringify(await interfaceReference(), null, 1)}\n`);
});
