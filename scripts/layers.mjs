// Checks the layer rule with dependency-cruiser, and that it cruised anything at all:
// with a TypeScript it cannot read it reports no violation and no module.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";

const rules = createRequire(import.meta.url)("../.dependency-cruiser.cjs");
const { output } = await cruise(["src"], { ...rules.options, ruleSet: { forbidden: rules.forbidden }, validate: true }, undefined, {
  tsConfig: extractTSConfig("tsconfig.json"),
});
const { summary, modules } = output;
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
const own = modules.filter(({ source }) => source.startsWith("src/"));
const edges = own.reduce((count, { dependencies }) => count + dependencies.length, 0);
console.log(`layers: ${own.length} modules, ${edges} imports, ${summary.violations.length} violations`);
if (own.length === 0 || edges === 0) {
  console.error(`layers: nothing was cruised; is TypeScript ${JSON.parse(readFileSync("node_modules/typescript/package.json", "utf8")).version} supported?`);
  process.exit(1);
}
process.exit(summary.violations.length === 0 ? 0 : 1);
