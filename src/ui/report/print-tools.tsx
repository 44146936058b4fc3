import { Button } from "../shared/button.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import type { StoredRelabels } from "./use-stored-relabels.ts";
import styles from "./report.module.css";

interface PrintToolsProps {
  readonly stored: StoredRelabels;
  readonly resultHref: string;
  /** what the print needs of paper and printer */
  readonly paper: string;
}

/** The way to print a report of beats, once those that were relabelled are read. */
export function PrintTools({ stored: { areRead, problem }, resultHref, paper }: PrintToolsProps) {
  return (
    <>
      <div className={styles.tools}>
        <Button variant="primary" disabled={!areRead} onClick={() => window.print()} keys="Mod+p">Print</Button>
        <a href={resultHref}>Back to the result</a>
        <p role="status" className={styles.note}>{areRead ? paper : "Printing waits for the relabelled beats …"}</p>
      </div>
      {problem !== null && (
        <ProblemAlert problem={{ sentence: `No relabelled beats are shown, since they could not be read. ${problem.sentence}` }} />
      )}
    </>
  );
}
