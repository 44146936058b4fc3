import { useState } from "react";
import type { Problem } from "../../../ecg/problem.ts";
import type { RecordingAnswers, RecordingQuestion } from "../../../ecg/reading/recording/recording-question.ts";
import { NumberField } from "../../shared/number-field.tsx";
import { ImportForm } from "../import-form.tsx";
import { OptionGroup } from "../option-group.tsx";
import { draftOf, hasTime, nameColumn, readDraft, assignUse, type RecordingDraft } from "./recording-answers.ts";
import { RecordingColumns } from "./recording-columns.tsx";
import { RATE_SOURCES, SAMPLE_UNITS } from "./recording-words.ts";
import form from "../import-form.module.css";
import styles from "./recording-import-dialog.module.css";

interface RecordingImportDialogProps {
  readonly question: RecordingQuestion;
  /** why the last answer would not do */
  readonly problem: Problem | null;
  readonly onAnswer: (answers: RecordingAnswers) => void;
  readonly onCancel: () => void;
}

/** Asks how the columns of a raw ECG are to be read: its first rows, and the guess to confirm or correct. */
export function RecordingImportDialog({ question, problem, onAnswer, onCancel }: RecordingImportDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(question));
  const change = (changed: Partial<RecordingDraft>) => setDraft({ ...draft, ...changed });
  return (
    <ImportForm
      title="How is this ECG written?"
      question={question}
      because="holds a raw ECG, but does not say all that is needed to read it."
      problem={problem}
      onCancel={onCancel}
      onSubmit={() => {
        const reading = readDraft(draft);
        if (reading.kind === "unfit") return reading.sentence;
        onAnswer(reading.answers);
        return null;
      }}
    >
      <RecordingColumns
        question={question}
        columns={draft.columns}
        onUse={(column, use) => change(assignUse(draft, column, use))}
        onName={(column, name) => change(nameColumn(draft, column, name))}
      />
      <div className={form.groups}>
        <div className={styles.group}>
          {hasTime(draft) && (
            <OptionGroup
              legend="The sampling rate is taken"
              options={RATE_SOURCES}
              value={draft.isRateFromTimes ? "times" : "stated"}
              onPick={(value) => change({ isRateFromTimes: value === "times" })}
            />
          )}
          {!draft.isRateFromTimes && (
            <NumberField
              label="Sampling rate in Hz" help="How many samples of a lead were taken in a second."
              text={draft.samplingRate} onType={(samplingRate) => change({ samplingRate })}
            />
          )}
        </div>
        <OptionGroup legend="The samples are in" options={SAMPLE_UNITS} value={draft.unit} onPick={(unit) => change({ unit })} />
        {draft.unit === "adc" && (
          <div className={styles.group}>
            <NumberField label="Gain: units per mV" text={draft.unitsPerMv} onType={(unitsPerMv) => change({ unitsPerMv })} />
            <NumberField label="Value at 0 mV" text={draft.zero} onType={(zero) => change({ zero })} />
          </div>
        )}
      </div>
    </ImportForm>
  );
}
