import { STAGES, type ModelVersion, type Stage } from "../../lifecycle/registry/model-version.ts";
import { useRestriction } from "../accounts/use-restriction.ts";
import { CopyableHash } from "../result/method/copyable-hash.tsx";
import { Button } from "../shared/button.tsx";
import { formatBytes, formatDateTime, NO_VALUE } from "../shared/format.ts";
import { originText, tagsText } from "./version-words.ts";
import styles from "./versions-table.module.css";

/** What can be done with a version. */
export interface VersionActions {
  readonly onOpen: (version: ModelVersion) => void;
  readonly onPromote: (version: ModelVersion) => void;
  readonly onChallenge: (version: ModelVersion, isChallenger: boolean) => void;
  readonly onStage: (version: ModelVersion, stage: Stage) => void;
  readonly onExport: (version: ModelVersion) => void;
  readonly onDelete: (version: ModelVersion) => void;
}

interface VersionRowProps extends VersionActions {
  readonly version: ModelVersion;
  readonly isChampion: boolean;
  readonly isChallenger: boolean;
  readonly isSuspended: boolean;
  /** of the files that ship, in bytes: nothing is stored of the shipped version */
  readonly shippedBytes: number;
}

/** A version in a line. */
export function VersionRow({ version, isChampion, isChallenger, isSuspended, shippedBytes, ...actions }: VersionRowProps) {
  const { version: number, origin, createdAt, sha256, bytes, stage, tags, note } = version;
  const isShipped = origin.kind === "shipped";
  const changing = useRestriction("change which model answers");
  const deleting = useRestriction("delete models or evaluation sets");
  return (
    <tr>
      <th scope="row">
        <Button variant="link" onClick={() => actions.onOpen(version)}>Version {number}</Button>
        {isChampion && <span className={styles.champion}>★ champion</span>}
        {isChallenger && <span className={styles.alias}>challenger</span>}
        {isSuspended && <span className={styles.suspended}>⏸ suspended</span>}
      </th>
      <td data-label="Origin">{originText(version)}</td>
      <td data-label="Date">{createdAt === "" ? NO_VALUE : formatDateTime(createdAt)}</td>
      <td data-label="Size">{formatBytes(isShipped ? shippedBytes : bytes)}</td>
      <td data-label="SHA-256">{sha256 === "" ? NO_VALUE : <CopyableHash hash={sha256} of={`version ${number}`} />}</td>
      <td data-label="Stage">
        <select {...changing} aria-label={`Stage of version ${number}`} value={stage} onChange={(event) => actions.onStage(version, event.target.value as Stage)}>
          {STAGES.map((each) => <option key={each}>{each}</option>)}
        </select>
      </td>
      <td data-label="Tags and note" className={styles.words}>{tagsText(tags)}{note !== "" && <small>{note}</small>}</td>
      <td>
        <div className={styles.actions}>
          {!isChampion && <Button {...changing} variant="link" aria-label={`Promote version ${number}`} onClick={() => actions.onPromote(version)}>Promote …</Button>}
          {!isChampion && (
            <Button {...changing} variant="link" aria-label={isChallenger ? `Version ${number} is no challenger` : `Make version ${number} challenger`} onClick={() => actions.onChallenge(version, !isChallenger)}>
              {isChallenger ? "Unset challenger" : "Make challenger"}
            </Button>
          )}
          <Button variant="link" aria-label={`Export version ${number}`} onClick={() => actions.onExport(version)}>Export</Button>
          {!isChampion && !isShipped && <Button {...deleting} variant="link" aria-label={`Delete version ${number}`} onClick={() => actions.onDelete(version)}>Delete …</Button>}
        </div>
      </td>
    </tr>
  );
}
