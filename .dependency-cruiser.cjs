/** The layers of ARCHITECTURE.md as rules: arrows point one way. */
const only = (name, from, to, comment) => ({ name, severity: "error", comment, from: { path: from }, to: { path: "^src/", pathNot: to } });

module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "^virtual:|\\?url$" } },
    only("ecg-imports-nothing-of-ours", "^src/ecg/", "^src/ecg/", "pure signal and table code"),
    only("lifecycle-imports-ecg", "^src/lifecycle/", "^src/(lifecycle|ecg)/", "what is kept of models over time, as plain data and rules"),
    only("models-import-ecg-and-lifecycle", "^src/models/", "^src/(models|ecg|lifecycle)/", "models know signals, not pages"),
    only("worker-imports-models-and-below", "^src/worker/", "^src/(worker|models|ecg|lifecycle)/", "the worker wires"),
    only("db-imports-ecg-and-lifecycle", "^src/db/", "^src/(db|ecg|lifecycle)/", "stored records are made of their types"),
    only(
      "ui-imports-ecg-db-and-what-the-page-may-know",
      "^src/ui/",
      "^src/(ui|ecg|db|lifecycle)/|^src/models/(catalog|detector|beat-model|recording-model|model-id|layer-table|card|machine|training/training-job|known-answers/known-answer)\\.ts$|^src/models/[^/]+/meta\\.ts$|^src/worker/protocol\\.ts$",
      "of models only the catalogue and the metas, of the worker only its types",
    ),
    only(
      "interface-imports-what-the-page-may-know",
      "^src/interface/",
      "^src/(interface|db|ecg|lifecycle)/|^src/ui/(check|recording|models|export|result|beats)/[^.]+\\.ts$|^src/models/(catalog|detector|beat-model|recording-model|model-id|layer-table)\\.ts$|^src/models/[^/]+/meta\\.ts$|^src/worker/protocol\\.ts$",
      "calls from outside go the page's own way: its functions, none of its components",
    ),
    { name: "ecg-has-no-dom-and-no-tensorflow", severity: "error", from: { path: "^src/(ecg|lifecycle)/" }, to: { path: "node_modules/(react|recharts|dexie|comlink|@tensorflow)" } },
    { name: "page-never-reaches-tensorflow", severity: "error", from: { path: "^src/(ui|db|app|interface)/" }, to: { path: "node_modules/@tensorflow" } },
    { name: "scripts-stay-outside", severity: "error", from: { path: "^src/" }, to: { path: "^(scripts|e2e)/" } },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".json"] },
  },
};
