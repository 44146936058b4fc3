import { memo } from "react";
import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { modelName } from "../../models/catalog.ts";
import { formatDateTime, formatDuration, NO_VALUE } from "../shared/format.ts";
import { RunStateMark } from "./run-state-mark.tsx";
import { valueText } from "./run-words.ts";
import { TagList } from "./tag-list.tsx";
import styles from "../history/history.module.css";

interface RunRowProps {
  readonly run: TrainingRun;
  readonly epochs: number;
  readonly isPicked: boolean;
  readonly href: string;
  readonly onPick: (id: string, picked: boolean) => void;
}

/** One run of the list. */
export const RunRow = memo(function RunRow({ run, epochs, isPicked, href, onPick }: RunRowProps) {
  const { id, name, modelId, startedAt, durationMs, data, metrics, tags } = run;
  return (
    <tr>
      <td><input type="checkbox" aria-label={`Pick ${name}, ${modelName(modelId)}`} checked={isPicked} onChange={(event) => onPick(id, event.target.checked)} /></td>
      <th scope="row">
        <a href={href}>{name}</a>
        {data.name !== "" && <span className={styles.file}>{data.name}{data.sha256 === "" ? "" : ` · ${data.sha256.slice(0, 8)}`}</span>}
        <TagList tags={tags} />
      </th>
      <td data-label="Model">{modelName(modelId)}</td>
      <td data-label="State"><RunStateMark run={run} epochs={epochs} /></td>
      <td data-label="Started">{formatDateTime(startedAt)}</td>
      <td data-label="Took" className={styles.number}>{durationMs === 0 ? NO_VALUE : formatDuration(durationMs)}</td>
      <td data-label="Validation loss" className={styles.number}>{valueText(metrics["validation loss"])}</td>
    </tr>
  );
});
