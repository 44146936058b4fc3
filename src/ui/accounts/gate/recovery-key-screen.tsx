import { useState } from "react";
import { Button } from "../../shared/button.tsx";
import { ProblemAlert } from "../../shared/problem-alert.tsx";
import { RecoveryKeySheet } from "../recovery-key-sheet.tsx";
import { useSubmission } from "../use-submission.ts";
import { GateFrame } from "./gate-frame.tsx";
import styles from "./gate.module.css";

interface RecoveryKeyScreenProps {
  readonly recoveryKey: string;
  /** it comes in place of one that nobody said they keep */
  readonly isAnother: boolean;
  readonly onKept: () => Promise<void>;
}

/** The recovery key, shown once; on goes who says that it is kept. */
export function RecoveryKeyScreen({ recoveryKey, isAnother, onKept }: RecoveryKeyScreenProps) {
  const [isKept, setIsKept] = useState(false);
  const { isBusy, problem, submit } = useSubmission();
  return (
    <GateFrame title="Keep the recovery key">
      {isAnother && <p role="status" className={styles.lead}>Nobody said that they keep the recovery key that was shown before. Here is another; the one before opens nothing any more.</p>}
      <div className={styles.card}>
        <RecoveryKeySheet recoveryKey={recoveryKey} />
      </div>
      {problem !== null && <ProblemAlert problem={problem} />}
      <form
        className={styles.after}
        onSubmit={(event) => {
          event.preventDefault();
          submit(onKept);
        }}
      >
        <label className={styles.kept}>
          <input type="checkbox" checked={isKept} onChange={() => setIsKept(!isKept)} />
          I have kept it
        </label>
        <Button type="submit" variant="primary" disabled={!isKept || isBusy}>Go on</Button>
      </form>
    </GateFrame>
  );
}
