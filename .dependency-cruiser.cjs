/** The layers of ARCHITECTURE.md as rules: arrows point one way. */
const only = (name, from, to, comment) => ({ name, severity: "error", comment, from: { path: from }, to: { path: "^src/", pathNot: to } });

module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "^virtual:|\\?url$" } },
    only("ecg-imports-nothing-of-ours", "^src/ecg/", "^src/ecg/", "pure signal and table code"),
    only("models-import-ecg", "^src/models/", "^src/(models|ecg)/", "models know signals, not pages"),
    only("worker-imports-models-and-ecg", "^src/worker/", "^src/(worker|models|ecg)/", "the worker wires"),
    only("db-imports-ecg", "^src/db/", "^src/(db|ecg)/", "stored records are made of ecg types"),
    only(
      "ui-imports-ecg-db-and-what-the-page-may-know",
      "^src/ui/",
      "^src/(ui|ecg|db)/|^src/models/(catalog|detector|beat-model|recording-model|layer-table|card)\\.ts$|^src/models/[^/]+/meta\\.ts$|^src/worker/protocol\\.ts$",
      "of models only the catalogue and the metas, of the worker only its types",
    ),
    { name: "ecg-has-no-dom-and-no-tensorflow", severity: "error", from: { path: "^src/ecg/" }, to: { path: "node_modules/(react|recharts|dexie|comlink|@tensorflow)" } },
    { name: "page-never-reaches-tensorflow", severity: "error", from: { path: "^src/(ui|db|app)/" }, to: { path: "node_modules/@tensorflow" } },
    { name: "scripts-stay-outside", severity: "error", from: { path: "^src/" }, to: { path: "^(scripts|e2e)/" } },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".json"] },
  },
};
