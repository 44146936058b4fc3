/** npm run -s sbom > isoline.cdx.json: the software bill of materials (CycloneDX 1.5) of the app in dist/: what ships, nothing else. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { ProblemError } from "../src/ecg/problem.ts";
import { LICENCES_FILE, type ShippedLicences } from "../src/ui/licences/shipped.ts";
import { runMain } from "./lib/run-main.ts";
import { lockedBill, shippedBill } from "./lib/software-bill.ts";

await runMain(async () => {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const listed = await readFile(`${root}dist/${LICENCES_FILE}`, "utf8").catch((cause: unknown) => {
    throw new ProblemError("not-built", "There is no built app in dist/", "Run npm run build first", {}, { cause });
  });
  console.log(JSON.stringify(shippedBill(lockedBill(root), JSON.parse(listed) as ShippedLicences), null, 2));
});
