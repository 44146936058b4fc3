import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { isAllowed } from "./allowed-licences.ts";
import { packageFolder } from "./package-folder.ts";
import { shippedLicences } from "./shipped-licences.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
interface LockedPackage {
  readonly dev?: boolean;
  readonly optional?: boolean;
}
const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, "utf8")) as { readonly packages: Readonly<Record<string, LockedPackage>> };
/** All that could be bundled: what ships is a part of it. */
const folders = Object.entries(packages).filter(([folder, { dev }]) => folder !== "" && dev !== true && existsSync(`${root}${folder}`)).map(([folder]) => folder);

describe("licences", () => {
  it.each(["MIT", "Apache-2.0 AND MIT", "(MIT OR GPL-3.0-only)"])("%s may ship", (licence) => expect(isAllowed(licence)).toBe(true));
  it.each(["GPL-3.0-only", "MIT AND AGPL-3.0-only", "", "UNLICENSED", "SEE LICENSE IN x"])("“%s” may not", (licence) => expect(isAllowed(licence)).toBe(false));

  it("of every package that can be bundled may ship, and have a text", () => {
    const shipped = shippedLicences(folders, root);
    expect(shipped.packages.map(({ name }) => name)).toEqual(expect.arrayContaining(["react", "dexie", "@tensorflow/tfjs-core"]));
    for (const { text } of shipped.packages) expect(shipped.texts[text].length).toBeGreaterThan(300);
    expect(new Set(shipped.texts).size).toBe(shipped.texts.length);
  });

  it("stop a build where one may not", () => expect(() => shippedLicences(["scripts/lib/licences/fixtures/copyleft"], root)).toThrow(/copyleft 1\.0\.0 is licensed as “GPL-3\.0-only”/));
});

describe("packageFolder", () => {
  it.each([
    ["/home/x/node_modules/react/index.js", "node_modules/react"],
    ["/home/x/node_modules/@tensorflow/tfjs-core/dist/ops/add.js?v=1", "node_modules/@tensorflow/tfjs-core"],
    ["/home/x/node_modules/a/node_modules/@s/b/c.js", "node_modules/a/node_modules/@s/b"],
    ["\0/home/x/node_modules/papaparse/papaparse.js?commonjs-module", "node_modules/papaparse"],
    ["\0virtual:pwa-register", "node_modules/vite-plugin-pwa"],
    ["\0vite/preload-helper.js", "node_modules/vite"],
    ["\0rolldown/runtime.js", "node_modules/rolldown"],
    ["/home/x/src/app/main.tsx", null],
  ])("of %s is %s", (id, folder) => expect(packageFolder(id)).toBe(folder));
});
