import { useId, useState } from "react";
import type { Problem } from "../../../ecg/problem.ts";
import type { BeatAnswers, BeatQuestion } from "../../../ecg/reading/beats/beat-question.ts";
import { Button } from "../../shared/button.tsx";
import { Dialog } from "../../shared/dialog.tsx";
import { formatCount } from "../../shared/format.ts";
import { ProblemAlert } from "../../shared/problem-alert.tsx";
import { OptionGroup } from "../option-group.tsx";
import { draftOf, needsSamplingRate, readDraft, samplesPerRow, shownBeats, type BeatDraft } from "./beat-answers.ts";
import { BeatRows } from "./beat-rows.tsx";
import { CODINGS, LABEL_PLACES } from "./beat-words.ts";
import form from "../import-dialog.module.css";
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
  const [unfit, setUnfit] = useState<string | null>(problem?.sentence ?? null);
  const reasonsId = useId();
  const rateId = useId();
  const samples = samplesPerRow(question, draft);

  const change = (changed: Partial<BeatDraft>) => {
    setDraft({ ...draft, ...changed });
    setUnfit(null);
  };
  return (
    <Dialog title="How are these beats written?" onClose={onCancel} closeLabel="Cancel" width="wide">
      <form
        className={form.form}
        aria-describedby={reasonsId}
        onSubmit={(event) => {
          event.preventDefault();
          const reading = readDraft(question, draft);
          if (reading.kind === "fit") onAnswer(reading.answers);
          else setUnfit(reading.sentence);
        }}
      >
        <div id={reasonsId}>
          <p><b className={form.file}>{question.fileName}</b> holds a heartbeat a row and could be read in more than one way. Confirm or correct the guess.</p>
          <ul className={form.reasons}>
            {question.reasons.map((reason) => <li key={reason}>{reason}</li>)}
          </ul>
        </div>
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
            <div className={styles.rate}>
              <label htmlFor={rateId}>Sampling rate in Hz</label>
              <input
                id={rateId} inputMode="decimal" autoComplete="off" value={draft.samplingRate}
                aria-describedby={`${rateId}-help`} onChange={(event) => change({ samplingRate: event.target.value })}
              />
              <span id={`${rateId}-help`}>Models take beats of 187 samples at 125 Hz: others are resampled.</span>
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
