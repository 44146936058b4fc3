import { useEffect, useState } from "react";
import { isBeatModel, isRecordingModel } from "../models/model-kinds.ts";
import { EmptyState } from "../shared/empty-state.tsx";
import { formatCounted, formatDateTime } from "../shared/format.ts";
import { NumberField } from "../shared/number-field.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { typedNumber } from "../shared/typed-number.ts";
import { NO_DATA, type ChosenData } from "./chosen-data.ts";
import type { TrainableModel } from "./trainable-models.ts";
import { useChosenChecks, useOfferedChecks, type OfferedCheck } from "./use-training-sources.ts";
import styles from "./check-sources.module.css";

interface CheckSourcesProps {
  readonly model: TrainableModel;
  readonly checkHref: string;
  readonly onData: (data: ChosenData) => void;
}

/** Checks to learn from: all of them, the newest few, or those that stay ticked. */
export function CheckSources({ model, checkHref, onData }: CheckSourcesProps) {
  const offered = useOfferedChecks(model);
  const [newest, setNewest] = useState("");
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const most = newest.trim() === "" ? Infinity : typedNumber(newest);
  const isCount = most === Infinity || (Number.isInteger(most) && most > 0);
  const usable = (offered ?? []).filter(({ frozenIn }) => frozenIn === null).slice(0, isCount ? most : 0);
  const used = usable.filter(({ record }) => !leftOut.has(record.id));
  const read = useChosenChecks(model, used.map(({ record }) => record.id).join(" "));
  useEffect(() => onData(read.kind === "loaded" ? read.value : NO_DATA), [onData, read]);

  if (offered === undefined) return <p role="status">Reading the saved checks …</p>;
  if (offered.length === 0) {
    return (
      <EmptyState title="No check to learn from yet" actions={<a href={checkHref}>Check a file</a>}>
        {howToGetChecks(model)}
      </EmptyState>
    );
  }
  return (
    <div className={styles.sources}>
      <NumberField label="Newest checks" text={newest} onType={setNewest} help={isCount ? "How many of them; empty for all." : "A whole number from 1 on, or nothing for all."} />
      <ul className={styles.list}>
        {offered.map((check) => (
          <li key={check.record.id}>
            <label>
              <input
                type="checkbox"
                checked={used.includes(check)}
                disabled={!usable.includes(check)}
                onChange={({ target }) => setLeftOut((before) => new Set(target.checked ? [...before].filter((id) => id !== check.record.id) : [...before, check.record.id]))}
              />
              {check.record.name}
            </label>
            <small>{describe(check)}</small>
          </li>
        ))}
      </ul>
      {read.kind === "loading" && <p role="status">Reading the checks …</p>}
      {read.kind === "failed" && <ProblemAlert problem={read.problem} />}
    </div>
  );
}

function howToGetChecks(model: TrainableModel): string {
  if (isRecordingModel(model)) return "Check recordings together with their annotations (.atr), or relabel beats in a result; or choose labelled files above.";
  return isBeatModel(model)
    ? `Check a table of beats of ${model.samplesPerBeat} samples that has classes, or relabel beats in a result; or choose a labelled file above.`
    : "Check a heart-rate table that has labels, or give verdicts on the events of a result; or choose a labelled file above.";
}

function describe({ record, words, frozenIn }: OfferedCheck): string {
  if (frozenIn !== null) return `Kept out: its file is in the evaluation set “${frozenIn}”.`;
  const labels = record.labelled ? "labelled by its file" : "without labels in its file";
  const [rows, said] = record.kind === "heart-rate" ? [formatCounted(record.rows, "row"), formatCounted(words, "verdict")] : [formatCounted(record.rows, "beat"), `${formatCounted(words, "beat")} relabelled`];
  return `${formatDateTime(record.createdAt)}, ${rows}, ${labels}, ${said}`;
}
