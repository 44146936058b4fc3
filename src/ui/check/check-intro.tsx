import { Button } from "../shared/button.tsx";
import { EmptyState } from "../shared/empty-state.tsx";
import { FilePicker } from "./file-picker.tsx";
import { fetchSample, SAMPLES } from "./sample-data.ts";
import type { CheckSession } from "./use-check-session.ts";
import styles from "./check-intro.module.css";

/** What the screen says before there is a file. */
export function CheckIntro({ session }: { readonly session: CheckSession }) {
  return (
    <div className={styles.intro}>
      <EmptyState
        title="Open a recording, heart rates or a beat table to begin"
        actions={
          <>
            <FilePicker label="Choose files" variant="primary" onFiles={session.open} />
            {SAMPLES.map((sample) => (
              <Button key={sample.label} onClick={() => session.openFetched(fetchSample(sample))}>{sample.label}</Button>
            ))}
          </>
        }
      >
        Drop one or more files anywhere on this page. They are read on this device and never leave it.
      </EmptyState>
      <div className={styles.forms}>
        <h3>Heart rates: a row per beat</h3>
        <ul>
          <li><code>timestamp, patient_id, heart_rate</code>, and <code>label</code> where beats are known to be anomalous (1) or normal (0); in any order, under their usual names.</li>
          <li>Beats per minute, or RR intervals in milliseconds or seconds.</li>
          <li>Comma, semicolon, tab or space between cells; decimal point or comma; times in seconds, milliseconds, <code>h:mm:ss</code> or ISO dates.</li>
          <li>The preprocessed form of the published app, and its headerless <code>cycle_id, timestamp, time_gap, heart_rate</code>, one file a patient.</li>
        </ul>
        <h3>Beat tables: the samples of one heartbeat in a row</h3>
        <ul>
          <li>187 samples at 125 Hz and the class (0 N, 1 S, 2 V, 3 F, 4 Q), as in the widely used heartbeat CSV; without the class, with a header or with row numbers too.</li>
          <li>140 samples and the class: ECG5000 as <code>.tsv</code>, <code>.txt</code> or <code>.arff</code>, or the CSV of the TensorFlow tutorial.</li>
          <li>Other lengths, once you say at which rate they were sampled.</li>
        </ul>
        <h3>Recordings: raw ECG of one or more leads</h3>
        <ul>
          <li>CSV or TXT of samples, with a time column or a stated rate, in mV, µV or units of the converter; as PhysioNet, Apple Watch and Polar Sensor Logger export it.</li>
          <li>WFDB: <code>.hea</code>, <code>.dat</code> and, if there is one, <code>.atr</code>, dropped together.</li>
          <li>EDF and EDF+, and DICOM with twelve leads.</li>
        </ul>
      </div>
    </div>
  );
}
