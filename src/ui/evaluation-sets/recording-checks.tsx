import { useMemo } from "react";
import type { ReviewedRecordings } from "../labelled-recordings/use-reviewed-recordings.ts";
import { damagedClause } from "../shared/damaged-words.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { offeredRecordings, type MeasuredOf } from "./offered-recordings.ts";
import styles from "./recording-checks.module.css";

interface RecordingChecksProps {
  readonly checks: ReviewedRecordings;
  readonly of: MeasuredOf;
  readonly leftOut: ReadonlySet<string>;
  readonly onLeftOut: (leftOut: ReadonlySet<string>) => void;
}

const NONE: Readonly<Record<MeasuredOf, string>> = {
  beats: "No check in History is of a recording with annotated or relabelled beats. Check one with its annotations (.atr), or relabel beats in a result.",
  diagnoses: "No check in History is of twelve leads whose files state superclasses. Check records of PTB-XL together with ptbxl_database.csv and scp_statements.csv, or choose them as files.",
};

/** The checks of recordings that a set is made of: those that stay ticked. */
export function RecordingChecks({ checks, of, leftOut, onLeftOut }: RecordingChecksProps) {
  const { repository } = useServices();
  const offered = useMemo(() => (checks.kind === "read" ? offeredRecordings(checks.reviewed, of, repository) : []), [checks, of, repository]);
  if (checks.kind === "reading") return <p role="status">Reading the saved checks …</p>;
  if (checks.kind === "failed") return <ProblemAlert problem={checks.problem} />;
  return (
    <>
      {checks.damaged > 0 && <ProblemAlert problem={{ sentence: `${damagedClause(checks.damaged, "recording of a saved check", "recordings of saved checks")}. A backup may have what is missing.` }} />}
      {offered.length === 0 ? <p>{NONE[of]}</p> : (
        <ul className={styles.list}>
          {offered.map(({ id, name, detail }) => (
            <li key={id}>
              <label>
                <input type="checkbox" checked={!leftOut.has(id)} onChange={({ target }) => onLeftOut(new Set(target.checked ? [...leftOut].filter((each) => each !== id) : [...leftOut, id]))} />
                <span>{name}<small>{detail}</small></span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
