import { modelBytes, type ModelFile } from "../models/model-files.ts";
import type { ModelRegistry } from "./use-registry.ts";
import { VersionRow, type VersionActions } from "./version-row.tsx";
import styles from "./versions-table.module.css";

interface VersionsTableProps extends VersionActions {
  readonly registry: ModelRegistry;
  readonly shippedFiles: readonly ModelFile[];
}

/** Every version of a model, newest first; on a phone each is a block. */
export function VersionsTable({ registry: { versions, champion, challenger, suspensions }, shippedFiles, ...actions }: VersionsTableProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col">Origin</th>
          <th scope="col">Date</th>
          <th scope="col">Size</th>
          <th scope="col">SHA-256</th>
          <th scope="col">Stage</th>
          <th scope="col">Tags and note</th>
          <th scope="col">Actions</th>
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => (
          <VersionRow
            key={version.version}
            version={version}
            isChampion={version.version === champion}
            isChallenger={version.version === challenger}
            isSuspended={suspensions.some((suspension) => suspension.version === version.version)}
            shippedBytes={modelBytes(shippedFiles)}
            {...actions}
          />
        ))}
      </tbody>
    </table>
  );
}
