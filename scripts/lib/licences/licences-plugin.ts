import type { Plugin } from "vite";
import { LICENCES_FILE } from "../../../src/ui/licences/shipped.ts";
import { packageFolder } from "./package-folder.ts";
import { shippedLicences } from "./shipped-licences.ts";

/** The service worker is bundled apart, by the plugin that writes it. */
const OF_SERVICE_WORKER = ["workbox-core", "workbox-precaching", "workbox-routing", "workbox-strategies"].map((name) => `node_modules/${name}`);

/** Notes which packages the page and its workers really hold, and writes their licences beside the app. */
export function licencePlugins(root: string): { readonly page: Plugin; readonly worker: Plugin } {
  const folders = new Set(OF_SERVICE_WORKER);
  const note = (bundle: Readonly<Record<string, { readonly type: string }>>) => {
    for (const output of Object.values(bundle)) {
      if (!("modules" in output)) continue;
      for (const [id, { renderedLength }] of Object.entries(output.modules as Record<string, { readonly renderedLength: number }>)) {
        const folder = renderedLength === 0 ? null : packageFolder(id);
        if (folder !== null) folders.add(folder);
      }
    }
  };
  return {
    worker: { name: "licences-of-worker", apply: "build", generateBundle: (_options, bundle) => note(bundle) },
    page: {
      name: "licences",
      apply: "build",
      generateBundle(_options, bundle) {
        note(bundle);
        this.emitFile({ type: "asset", fileName: LICENCES_FILE, source: JSON.stringify(shippedLicences(folders, root)) });
      },
    },
  };
}
