import type { CaseSource } from "./fuzz-target.ts";

interface ListedTarget {
  /** of a million cases, how many are this target's: fewer where one takes long */
  readonly perMillion: number;
  /** a process loads only what its reader needs */
  readonly load: () => Promise<CaseSource>;
}

export const TARGETS: Readonly<Record<string, ListedTarget>> = {
  "heart-rate": { perMillion: 130_000, load: async () => (await import("./targets/heart-rate.ts")).heartRateTarget },
  beats: { perMillion: 110_000, load: async () => (await import("./targets/beats.ts")).beatsTarget },
  arff: { perMillion: 50_000, load: async () => (await import("./targets/arff.ts")).arffTarget },
  "ucr-tsv": { perMillion: 50_000, load: async () => (await import("./targets/ucr-tsv.ts")).ucrTarget },
  "text-recording": { perMillion: 120_000, load: async () => (await import("./targets/text-recording.ts")).textRecordingTarget },
  wfdb: { perMillion: 130_000, load: async () => (await import("./targets/wfdb.ts")).wfdbTarget },
  annotations: { perMillion: 60_000, load: async () => (await import("./targets/annotations.ts")).annotationsTarget },
  edf: { perMillion: 110_000, load: async () => (await import("./targets/edf.ts")).edfTarget },
  dicom: { perMillion: 100_000, load: async () => (await import("./targets/dicom.ts")).dicomTarget },
  network: { perMillion: 12_000, load: async () => (await import("./targets/network.ts")).networkTarget },
  trees: { perMillion: 20_000, load: async () => (await import("./targets/trees.ts")).treesTarget },
  forest: { perMillion: 15_000, load: async () => (await import("./targets/forest.ts")).forestTarget },
  "version-archive": { perMillion: 20_000, load: async () => (await import("./targets/version-archive.ts")).versionArchiveTarget },
  mlflow: { perMillion: 45_000, load: async () => (await import("./targets/mlflow.ts")).mlflowTarget },
  backup: { perMillion: 10_000, load: async () => (await import("./targets/backup.ts")).backupTarget },
  interface: { perMillion: 18_000, load: async () => (await import("./targets/interface.ts")).interfaceTarget },
};
