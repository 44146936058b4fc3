import { Dialog } from "../shared/dialog.tsx";
import styles from "./de-identification-dialog.module.css";

/** What a de-identified export holds, what it does not, and what it cannot promise. */
export function DeIdentificationDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="A de-identified export" onClose={onClose} width="wide">
      <div className={styles.text}>
        <h3>Left out or changed</h3>
        <ul>
          <li><strong>Patient IDs</strong> are pseudonyms drawn at random. All files that you export before you untick the box share them; where they came from is kept nowhere.</li>
          <li><strong>Dates</strong>: each patient’s days move by one random number of days into 2100 to 2199; the time of day and all intervals stay. Seconds without a date count from the patient’s first. When the check and the verdicts were made is left out.</li>
          <li><strong>Ages</strong> over 89 are written as 90.</li>
          <li><strong>Names and texts</strong>: names of check, files, records and columns, the files’ hashes, other columns, notes and remarks of the file, findings and warnings. Of marks only the names of rhythms stay, of leads only standard names.</li>
        </ul>
        <h3>Kept</h3>
        <p>The signals, heart rates, labels, scores, classes, verdicts, age up to 89, sex, and which model answered.</p>
        <h3>What it cannot do</h3>
        <p>
          An ECG is itself like a fingerprint: whoever has another recording of the same person may recognise it, and a rare rhythm or an exact time of day may narrow down who it is. The steps follow HIPAA’s Safe Harbor
          list and MIMIC’s shift of dates; whether they suffice for your purpose is for your data protection officer to say. Printed reports, saved pictures and the activity log are not de-identified.
        </p>
      </div>
    </Dialog>
  );
}
