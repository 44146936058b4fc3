import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { lockedBill, shippedBill } from "./software-bill.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

it("the bill of materials lists what was bundled with hash and licence, and nothing else", { timeout: 60_000 }, () => {
  const locked = lockedBill(root);
  const versionOf = (wanted: string) => locked.components.find(({ name }) => name === wanted)?.version ?? "";
  const packages = ["react", "react-dom", "workbox-core"].map((name) => ({ name, version: versionOf(name), licence: "MIT", text: 0 }));
  const bill = shippedBill(locked, { packages });
  expect(bill).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.5", metadata: { component: { name: "isoline", type: "application" } } });
  expect(bill.components).toEqual(packages.map(({ name, version }): unknown =>
    expect.objectContaining({ name, version, scope: "required", purl: `pkg:npm/${name}@${version}`, licenses: [{ license: { id: "MIT" } }], hashes: [expect.objectContaining({ alg: "SHA-512" })] })));
  expect(bill.dependencies.find(({ ref }) => ref.startsWith("isoline@"))?.dependsOn.toSorted()).toEqual([`react-dom@${versionOf("react-dom")}`, `react@${versionOf("react")}`]);
  expect(() => shippedBill(locked, { packages: [{ name: "react", version: "0.0.1", licence: "MIT", text: 0 }] })).toThrow("react@0.0.1");
});
