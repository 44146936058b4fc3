import { useState } from "react";
import type { Problem } from "../../../ecg/problem.ts";
import type { BeatAnswers, BeatQuestion } from "../../../ecg/reading/beats/beat-question.ts";
import { formatCount } from "../../shared/format.ts";
import { NumberField } from "../../shared/number-field.tsx";
import { ImportForm } from "../import-form.tsx";
import { OptionGroup } from "../option-group.tsx";
import { draftOf, needsSamplingRate, readDraft, samplesPerRow, shownBeats, type BeatDraft } from "./beat-answers.ts";
import { BeatRows } from "./beat-rows.tsx";
import { CODINGS, LABEL_PLACES } from "./beat-words.ts";
import form from "../import-form.module.css";
import styles from "./beat-import-dialog.module.css";

interface BeatImportDialogProps {
  readonly question: BeatQuestion;
  /** why the last answer would not do */
  readonly problem: Problem | null;
  readonly onAnswer: (answers: BeatAnswers) => void;
  readonly onCancel: () => void;
}

/** Asks how the rows of a beat table are to be read: its first beats as they come out, and the guess to confirm or correct. */
export function BeatImportDialog({ question, problem, onAnswer, onCancel }: BeatImportDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(question));
  const samples = samplesPerRow(question, draft);
  const change = (changed: Partial<BeatDraft>) => setDraft({ ...draft, ...changed });
  return (
    <ImportForm
      title="How are these beats written?"
      question={question}
      because="holds a heartbeat a row and could be read in more than one way."
      problem={problem}
      onCancel={onCancel}
      onSubmit={() => {
        const reading = readDraft(question, draft);
        if (reading.kind === "unfit") return reading.sentence;
        onAnswer(reading.answers);
        return null;
      }}
    >
      <BeatRows rows={question.firstRows} beats={shownBeats(question, draft)} draft={draft} />
      <p role="status" className={styles.length}>{formatCount(samples)} samples a beat</p>
      <div className={form.groups}>
        <OptionGroup legend="The class of a beat is" options={LABEL_PLACES} value={draft.labelPlace} onPick={(labelPlace) => change({ labelPlace })} />
        {draft.labelPlace !== "none" && (
          <OptionGroup legend="What the classes mean" options={CODINGS} value={draft.coding} onPick={(coding) => change({ coding })} />
        )}
        <fieldset className={styles.rows}>
          <legend>Rows</legend>
          <label><input type="checkbox" checked={draft.hasHeader} onChange={() => change({ hasHeader: !draft.hasHeader })} /> The first row is a header</label>
          <label><input type="checkbox" checked={draft.hasIndex} onChange={() => change({ hasIndex: !draft.hasIndex })} /> The first cell of a row counts rows</label>
        </fieldset>
        {needsSamplingRate(samples) && (
          <NumberField
            label="Sampling rate in Hz" help="Models take beats of 187 samples at 125 Hz: others are resampled."
            text={draft.samplingRate} onType={(samplingRate) => change({ samplingRate })}
          />
        )}
      </div>
    </ImportForm>
  );
}
