import { useId, useState } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import { Button } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { ReasonField } from "./reason-field.tsx";
import styles from "./decision-dialog.module.css";

interface DecisionDialogProps {
  readonly title: string;
  /** what follows from the decision */
  readonly sentence: string;
  /** on the button that carries it out */
  readonly action: string;
  /** without one it can be carried out at once */
  readonly asksReason: boolean;
  readonly onDecide: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks before something that is logged, and why where the log is to say it. */
export function DecisionDialog({ title, sentence, action, asksReason, onDecide, onClose }: DecisionDialogProps) {
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const sentenceId = useId();
  const isMissing = asksReason && reason.trim() === "";
  return (
    <Dialog title={title} onClose={onClose} closeLabel="Cancel">
      <form
        className={styles.form}
        aria-describedby={sentenceId}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isMissing) onDecide(reason.trim()).then(onClose, (cause: unknown) => setProblem(toProblem(cause)));
        }}
      >
        <p id={sentenceId}>{sentence}</p>
        {asksReason && <ReasonField reason={reason} onType={setReason} />}
        {problem !== null && <ProblemAlert problem={problem} />}
        <Button variant="primary" type="submit" disabled={isMissing}>{action}</Button>
      </form>
    </Dialog>
  );
}
