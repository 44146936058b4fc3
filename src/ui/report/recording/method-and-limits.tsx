import { firstOf } from "../first-of.ts";
import { eventRules, EVENT_WORDS } from "../../recording/events/event-kinds.ts";
import { countKinds } from "../../recording/events/event-order.ts";
import type { RecordingView } from "../../recording/recording-view.ts";
import report from "../report.module.css";
import styles from "./recording-report.module.css";

interface MethodAndLimitsProps {
  readonly view: RecordingView;
  readonly detectorName: string;
}

/** How the figures came about and what they cannot say. */
export function MethodAndLimits({ view: { check: { record }, events, lead }, detectorName }: MethodAndLimitsProps) {
  const rules = eventRules();
  return (
    <section className={styles.method} aria-label="Method and limits">
      <h3>Method and limits</h3>
      <ul className={report.note}>
        <li>R peaks, P, QRS and T were found by the program in one lead, {lead.name}. Flat, saturated and missing stretches are left out of all figures.</li>
        <li>{detectorName}: classes of ANSI/AAMI EC57 (N, S, V, F, Q), the likeliest of each beat, unless a clinician gave another. The model errs; its measured figures on patients it had not seen are on its card in the app.</li>
        <li>Heart-rate variability in the time domain over NN intervals (Task Force of ESC and NASPE, 1996); SDNN and SD2 from 5 minutes on, RMSSD, pNN50 and SD1 from 1 minute on. QTc by Bazett and Fridericia, per beat.</li>
        {events.length > 0 && <li>Events: {countKinds(events).map(([kind]) => `${EVENT_WORDS[kind].name}: ${rules[kind]}`).join("; ")}.</li>}
        <li>Atrial flutter, conduction blocks, ischaemia and pacing are not looked for{record.diagnosis !== null && " in the rhythm; of the first ten seconds the twelve-lead model names superclasses, and its measured figures are on its card"}. An empty list of events does not mean a normal ECG.</li>
        {record.findings.length > 0 && <li>About the file: {firstOf(record.findings.map(({ sentence }) => sentence), " ")}</li>}
        {record.warnings.length > 0 && <li>{firstOf(record.warnings, " ")}</li>}
      </ul>
    </section>
  );
}
