import { Fragment } from "react";
import { spellDuration } from "../../ecg/rhythm/rhythm-event.ts";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { formatBytes, formatCount, formatCounted } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { ProgressBar } from "../shared/progress-bar.tsx";
import { useDelayed } from "../shared/use-delayed.ts";
import { openedBy, type Opened } from "./check-session.ts";
import { FilePicker } from "./file-picker.tsx";
import { fetchSample, SAMPLES } from "./sample-data.ts";
import type { CheckSession } from "./use-check-session.ts";
import styles from "./file-card.module.css";

/** Where files come in: drop, choose, or a sample; and the file in hand. */
export function FileCard({ session }: { readonly session: CheckSession }) {
  const { state } = session;
  const isSlow = useDelayed(state.kind === "opening");
  const opened = openedBy(state);
  const problem = state.kind === "empty" || state.kind === "opened" ? state.problem : null;
  return (
    <Card heading="File">
      <div className={styles.drop}>
        {state.kind === "opening" && isSlow ? (
          <ProgressBar label={openingLabel(state.files)} progress={state.progress} onCancel={session.cancel} />
        ) : (
          <p>
            Drop files anywhere
            <br />
            or <FilePicker label="choose files" variant="link" onFiles={session.open} hasKey />
            {SAMPLES.map((sample, i) => (
              <Fragment key={sample.label}>
                <br />
                <Button variant="link" {...(i === 0 ? { keys: "s" } : {})} onClick={() => session.openFetched(fetchSample(sample))}>
                  {sample.label}
                </Button>
              </Fragment>
            ))}
          </p>
        )}
      </div>
      {opened !== null && (
        <ul className={styles.files}>
          {(opened.kind === "recording" ? opened.recording : opened.table).files.map(({ name, bytes, sha256 }) => (
            <li key={sha256 + name}><b>{name}</b> <span>{formatBytes(bytes)}</span></li>
          ))}
        </ul>
      )}
      <p role="status" className={styles.counts}>{opened !== null && countsOf(opened)}</p>
      {state.kind === "opened" && <Button variant="link" onClick={session.remove}>Remove</Button>}
      {problem !== null && <div className={styles.problem}><ProblemAlert problem={problem} /></div>}
    </Card>
  );
}

function countsOf(opened: Opened): string {
  if (opened.kind === "recording") {
    const { leads, sampleCount, samplingRateHz } = opened.recording;
    return `${formatCounted(leads.length, "lead")} · ${spellDuration(sampleCount / samplingRateHz)} · ${formatCount(samplingRateHz)} Hz`;
  }
  const { table } = opened;
  if (table.kind === "beats") {
    const { count, samplesPerBeat, scheme } = table.beats;
    return `${formatCounted(count, "beat")} · ${formatCounted(samplesPerBeat, "sample")} each · ${scheme === null ? "not labelled" : "labelled"}`;
  }
  const { rows, patients, labelled } = table;
  return `${formatCounted(rows, "row")} · ${formatCounted(patients.length, "patient")} · ${labelled ? "labelled" : "not labelled"}`;
}

function openingLabel(files: readonly File[]): string {
  if (files.length === 1) return `Opening ${files[0].name}`;
  return files.length === 0 ? "Opening the sample data" : `Opening ${formatCount(files.length)} files`;
}
