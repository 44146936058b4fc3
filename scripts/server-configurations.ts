/** npm run server-configurations: writes the sample configurations of servers in deploy/ from the policy. */
import { writeFile } from "node:fs/promises";
import { runMain } from "./lib/run-main.ts";
import { serverConfigurations } from "./lib/server-configurations.ts";

await runMain(async () => {
  for (const [name, text] of serverConfigurations()) await writeFile(new URL(`../deploy/${name}`, import.meta.url), text);
});
