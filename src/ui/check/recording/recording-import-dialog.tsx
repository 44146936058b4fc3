import { useId, useState } from "react";
import type { Problem } from "../../../ecg/problem.ts";
import type { RecordingAnswers, RecordingQuestion } from "../../../ecg/reading/recording/recording-question.ts";
import { Button } from "../../shared/button.tsx";
import { Dialog } from "../../shared/dialog.tsx";
import { NumberField } from "../../shared/number-field.tsx";
import { ProblemAlert } from "../../shared/problem-alert.tsx";
import { OptionGroup } from "../option-group.tsx";
import { draftOf, hasTime, nameColumn, readDraft, assignUse, type RecordingDraft } from "./recording-answers.ts";
import { RecordingColumns } from "./recording-columns.tsx";
import { RATE_SOURCES, SAMPLE_UNITS } from "./recording-words.ts";
import form from "../import-dialog.module.css";
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
  const [unfit, setUnfit] = useState<string | null>(problem?.sentence ?? null);
  const reasonsId = useId();

  const change = (changed: Partial<RecordingDraft>) => {
    setDraft({ ...draft, ...changed });
    setUnfit(null);
  };
  return (
    <Dialog title="How is this ECG written?" onClose={onCancel} closeLabel="Cancel" width="wide">
      <form
        className={form.form}
        aria-describedby={reasonsId}
        onSubmit={(event) => {
          event.preventDefault();
          const reading = readDraft(draft);
          if (reading.kind === "fit") onAnswer(reading.answers);
          else setUnfit(reading.sentence);
        }}
      >
        <div id={reasonsId}>
          <p><b className={form.file}>{question.fileName}</b> holds a raw ECG, but does not say all that is needed to read it. Confirm or correct the guess.</p>
          <ul className={form.reasons}>
            {question.reasons.map((reason) => <li key={reason}>{reason}</li>)}
          </ul>
        </div>
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
        {unfit !== null && <ProblemAlert problem={{ sentence: unfit }} />}
        <div className={form.actions}>
          <Button type="submit" variant="primary">Open with these settings</Button>
        </div>
      </form>
    </Dialog>
  );
}
