import { useRef } from "react";
import type { ModelVersion } from "../../lifecycle/registry/model-version.ts";
import { NetworkContract } from "../models/network-contract.tsx";
import type { ModelMeta } from "../models/model-kinds.ts";
import { Button } from "../shared/button.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { importHelp } from "./import-help.ts";
import { useImportVersion } from "./use-import-version.ts";
import styles from "./import-version.module.css";

interface ImportVersionProps {
  readonly meta: ModelMeta;
  readonly versions: readonly ModelVersion[];
}

/** A version from files of the user's: checked, tried, registered; it answers nothing until it is promoted. */
export function ImportVersion({ meta, versions }: ImportVersionProps) {
  const { isChecking, problem, importFiles } = useImportVersion(meta, versions);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.import}>
      <div className={styles.action}>
        <Button onClick={() => input.current?.click()} disabled={isChecking}>Import a version</Button>
        <span role="status">{isChecking ? "Checking the files …" : ""}</span>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files of the version"
        accept=".json,.bin,.zip"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same files can be chosen again, after they were corrected.
          event.target.value = "";
          importFiles(files);
        }}
      />
      {problem !== null && <ProblemAlert problem={problem} />}
      <details>
        <summary>What can be imported</summary>
        {meta.id === "twelve-lead" ? <NetworkContract /> : <p className={styles.help}>{importHelp(meta)}</p>}
      </details>
    </div>
  );
}
