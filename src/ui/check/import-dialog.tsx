import { useId, useState } from "react";
import type { Problem } from "../../ecg/problem.ts";
import type { ImportAnswers, ImportQuestion } from "../../ecg/reading/import-guess.ts";
import { Button } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { assignRole, guessedAnswers, whyUnfit } from "./import-answers.ts";
import { ImportColumns } from "./import-columns.tsx";
import { OptionGroup } from "./option-group.tsx";
import { STATED_UNITS, TIME_KINDS } from "./table-words.ts";
import styles from "./import-dialog.module.css";

interface ImportDialogProps {
  readonly question: ImportQuestion;
  /** why the last answer would not do */
  readonly problem: Problem | null;
  readonly onAnswer: (answers: ImportAnswers) => void;
  readonly onCancel: () => void;
}

const HEADER_OPTIONS = [
  { value: "yes", label: "Yes, its first row names the columns" },
  { value: "no", label: "No, data from the first row" },
] as const;

/** Asks what a file holds where the reader is not sure: its first rows, and the guess to confirm or correct. */
export function ImportDialog({ question, problem, onAnswer, onCancel }: ImportDialogProps) {
  const [answers, setAnswers] = useState(() => guessedAnswers(question));
  const [unfit, setUnfit] = useState<string | null>(problem?.sentence ?? null);
  const reasonsId = useId();

  const change = (changed: Partial<ImportAnswers>) => {
    setAnswers({ ...answers, ...changed });
    setUnfit(null);
  };
  return (
    <Dialog title="What does this file hold?" onClose={onCancel} closeLabel="Cancel" width="wide">
      <form
        className={styles.form}
        aria-describedby={reasonsId}
        onSubmit={(event) => {
          event.preventDefault();
          const reason = whyUnfit(answers);
          if (reason === null) onAnswer(answers);
          else setUnfit(reason);
        }}
      >
        <div id={reasonsId}>
          <p><b className={styles.file}>{question.fileName}</b> could be read in more than one way. Confirm or correct the guess.</p>
          <ul className={styles.reasons}>
            {question.reasons.map((reason) => <li key={reason}>{reason}</li>)}
          </ul>
        </div>
        <ImportColumns
          question={question}
          roles={answers.roles}
          onAssign={(column, role) => change(assignRole(answers, column, role))}
        />
        <div className={styles.groups}>
          <OptionGroup legend="The heart-rate column is in" options={STATED_UNITS} value={answers.unit} onPick={(unit) => change({ unit })} />
          <OptionGroup legend="Times are written as" options={TIME_KINDS} value={answers.timeKind} onPick={(timeKind) => change({ timeKind })} />
          <OptionGroup
            legend="Does the file have a header?"
            options={HEADER_OPTIONS}
            value={answers.hasHeader ? "yes" : "no"}
            onPick={(value) => change({ hasHeader: value === "yes" })}
          />
        </div>
        {unfit !== null && <ProblemAlert problem={{ sentence: unfit }} />}
        <div className={styles.actions}>
          <Button type="submit" variant="primary">Open with these settings</Button>
        </div>
      </form>
    </Dialog>
  );
}
