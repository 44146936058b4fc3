/** Reading and writing of MLflow's files, which brings YAML along: not part of what every visit loads. */
export const loadedWhenUsed = {
  importRuns: () => import("./import-runs.ts"),
  exportRuns: () => import("./export-runs.ts"),
} as const;
