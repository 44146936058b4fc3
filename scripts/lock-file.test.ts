import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}
type Versions = Readonly<Record<string, string>>;

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), "utf8"));
const { dependencies, devDependencies, overrides } = read("package.json") as { readonly dependencies: Versions; readonly devDependencies: Versions; readonly overrides: Versions };
const { packages } = read("package-lock.json") as { readonly packages: Readonly<Record<string, LockedPackage>> };
const locked = Object.entries(packages).filter(([folder]) => folder !== "");

it("package.json names exact versions, and the lock file has these", () => {
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    expect(packages[`node_modules/${name}`].version, name).toBe(version);
  }
  for (const [name, version] of Object.entries(overrides)) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
});

it("every locked package is known by the hash of its content, and bound to no registry", () => {
  expect(locked.length).toBeGreaterThan(100);
  for (const [folder, { integrity, resolved, link }] of locked) {
    expect(link, folder).toBeUndefined();
    expect(integrity, folder).toMatch(/^sha512-[\w+/]{86}==$/);
    expect(resolved, folder).toBeUndefined();
  }
});
