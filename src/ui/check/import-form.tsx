import { useId, useState, type ReactNode } from "react";
import type { Problem } from "../../ecg/problem.ts";
import { Button } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import styles from "./import-form.module.css";

interface ImportFormProps {
  readonly title: string;
  readonly question: { readonly fileName: string; readonly reasons: readonly string[] };
  /** why the file is asked about, after its name */
  readonly because: string;
  /** why the last answer would not do */
  readonly problem: Problem | null;
  /** gives the answer, or says what keeps it from being one */
  readonly onSubmit: () => string | null;
  readonly onCancel: () => void;
  /** the guess to confirm or correct */
  readonly children: ReactNode;
}

/** Asks about a file that could be read in more than one way. */
export function ImportForm({ title, question, because, problem, onSubmit, onCancel, children }: ImportFormProps) {
  const [unfit, setUnfit] = useState<string | null>(problem?.sentence ?? null);
  const reasonsId = useId();
  return (
    <Dialog title={title} onClose={onCancel} closeLabel="Cancel" width="wide">
      <form
        className={styles.form}
        aria-describedby={reasonsId}
        onChange={() => setUnfit(null)}
        onSubmit={(event) => {
          event.preventDefault();
          setUnfit(onSubmit());
        }}
      >
        <div id={reasonsId}>
          <p><b className={styles.file}>{question.fileName}</b> {because} Confirm or correct the guess.</p>
          <ul className={styles.reasons}>
            {question.reasons.map((reason) => <li key={reason}>{reason}</li>)}
          </ul>
        </div>
        {children}
        {unfit !== null && <ProblemAlert problem={{ sentence: unfit }} />}
        <div className={styles.actions}>
          <Button type="submit" variant="primary">Open with these settings</Button>
        </div>
      </form>
    </Dialog>
  );
}
