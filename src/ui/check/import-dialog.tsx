import { useState } from "react";
import type { Problem } from "../../ecg/problem.ts";
import type { ImportAnswers, ImportQuestion } from "../../ecg/reading/import-guess.ts";
import { assignRole, guessedAnswers, whyUnfit } from "./import-answers.ts";
import { ImportColumns } from "./import-columns.tsx";
import { ImportForm } from "./import-form.tsx";
import { OptionGroup } from "./option-group.tsx";
import { STATED_UNITS, TIME_KINDS } from "./table-words.ts";
import styles from "./import-form.module.css";

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
  const change = (changed: Partial<ImportAnswers>) => setAnswers({ ...answers, ...changed });
  return (
    <ImportForm
      title="What does this file hold?"
      question={question}
      because="could be read in more than one way."
      problem={problem}
      onCancel={onCancel}
      onSubmit={() => {
        const reason = whyUnfit(answers);
        if (reason === null) onAnswer(answers);
        return reason;
      }}
    >
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
    </ImportForm>
  );
}
