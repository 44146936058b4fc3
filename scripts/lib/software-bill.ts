import { execFileSync } from "node:child_process";
import type { ShippedLicences } from "../../src/ui/licences/shipped.ts";

/** The parts of CycloneDX 1.5 (JSON) that are read or changed here; the rest stays as npm writes it. */
export interface SoftwareBill {
  readonly bomFormat: "CycloneDX";
  readonly metadata: { readonly component: { readonly "bom-ref": string; readonly name: string; readonly type: string } };
  readonly components: readonly { readonly "bom-ref": string; readonly name: string; readonly version: string; readonly scope?: string }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/** All that is locked, as `npm sbom` lists it. */
export function lockedBill(root: string): SoftwareBill {
  return JSON.parse(execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"], { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "ignore"] })) as SoftwareBill;
}

/** The bill of the built app: of all that is locked, the packages that were bundled. Throws where one of these is not locked. */
export function shippedBill(bill: SoftwareBill, { packages }: Pick<ShippedLicences, "packages">): SoftwareBill {
  const shipped = new Set(packages.map(({ name, version }) => `${name}@${version}`));
  // Build tools that leave some code in the app are no less a part of it.
  const components = bill.components.filter(({ name, version }) => shipped.has(`${name}@${version}`)).map((component) => ({ ...component, scope: "required" }));
  const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
  const unknown = [...shipped].filter((each) => !listed.has(each));
  if (unknown.length > 0) throw new Error(`In the app, but not in package-lock.json: ${unknown.join(", ")}. Run npm ci and build again.`);
  const root = { ...bill.metadata.component, name: "isoline", type: "application" };
  const refs = new Set([root["bom-ref"], ...components.map((component) => component["bom-ref"])]);
  return {
    ...bill,
    metadata: { ...bill.metadata, component: root },
    components,
    dependencies: bill.dependencies.filter(({ ref }) => refs.has(ref)).map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) })),
  };
}
