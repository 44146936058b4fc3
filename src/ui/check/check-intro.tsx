import { Button } from "../shared/button.tsx";
import { EmptyState } from "../shared/empty-state.tsx";
import { FilePicker } from "./file-picker.tsx";
import { fetchSample } from "./sample-data.ts";
import type { CheckSession } from "./use-check-session.ts";
import styles from "./check-intro.module.css";

/** What the screen says before there is a file. */
export function CheckIntro({ session }: { readonly session: CheckSession }) {
  return (
    <div className={styles.intro}>
      <EmptyState
        title="Open a heart-rate CSV to begin"
        actions={
          <>
            <FilePicker label="Choose files" variant="primary" onFiles={session.open} />
            <Button onClick={() => session.openFetched(fetchSample)}>Try sample data</Button>
          </>
        }
      >
        Drop one or more files anywhere on this page. They are read on this device and never leave it.
      </EmptyState>
      <div className={styles.forms}>
        <h3>What a file may look like</h3>
        <ul>
          <li>A row per beat: <code>timestamp, patient_id, heart_rate</code>, and <code>label</code> where beats are known to be anomalous (1) or normal (0); in any order, under their usual names.</li>
          <li>Beats per minute, or RR intervals in milliseconds or seconds.</li>
          <li>Comma, semicolon, tab or space between cells; decimal point or comma; times in seconds, milliseconds, <code>h:mm:ss</code> or ISO dates.</li>
          <li>The preprocessed form of the published app, and its headerless <code>cycle_id, timestamp, time_gap, heart_rate</code>, one file a patient.</li>
        </ul>
      </div>
    </div>
  );
}
