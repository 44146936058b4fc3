import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ShippedLicences, ShippedPackage } from "../../../src/ui/licences/shipped.ts";
import { isAllowed } from "./allowed-licences.ts";

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
}

/**
 * Name, version, licence and its text of the packages in these folders below `root`. Throws where a licence is not among
 * those allowed, so that no build ships it.
 */
export function shippedLicences(folders: Iterable<string>, root: string): ShippedLicences {
  const texts: string[] = [];
  const indexOf = (text: string) => (texts.includes(text) ? texts.indexOf(text) : texts.push(text) - 1);
  const packages = [...new Set(folders)].map((folder): ShippedPackage => {
    const about = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as PackageJson;
    const licence = about.license ?? "";
    if (!isAllowed(licence)) throw new Error(`${about.name} ${about.version} is licensed as “${licence}”, which scripts/lib/licences/allowed-licences.ts does not allow.`);
    return { name: about.name, version: about.version, licence, text: indexOf(licenceText(about, licence, join(root, folder), root)) };
  });
  const unique = new Map(packages.map((each) => [`${each.name} ${each.version}`, each]));
  return { packages: [...unique.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1)), texts };
}

/** The package's own files; where it has none, the standard texts of its licences. */
function licenceText({ author }: PackageJson, licence: string, folder: string, root: string): string {
  const own = readdirSync(folder).filter((name) => /^(licen[sc]e|copying|notice)/i.test(name)).sort();
  if (own.length > 0) return own.map((name) => withoutBundled(readFileSync(join(folder, name), "utf8")).trim()).join("\n\n");
  const holder = typeof author === "string" ? author : (author?.name ?? "its authors");
  return licence.split(" AND ").map((part) => standardText(part, holder, root)).join("\n\n");
}

/** A build tool lists what is bundled in the tool itself too, which is no part of the app. */
const withoutBundled = (text: string): string => text.split(/^# Licenses of bundled dependencies$/m)[0];

function standardText(licence: string, holder: string, root: string): string {
  if (licence === "Apache-2.0") return readFileSync(join(root, "LICENSE"), "utf8").trim();
  if (licence === "MIT") return `MIT License\n\nCopyright (c) ${holder}\n\n${MIT_TERMS}`;
  throw new Error(`A package comes without the text of its licence, ${licence}: add it to scripts/lib/licences/shipped-licences.ts.`);
}

const MIT_TERMS = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
