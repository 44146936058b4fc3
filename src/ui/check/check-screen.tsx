import { useKeys } from "../shared/use-keys.ts";
import type { Shortcut } from "../shared/keys.ts";
import { CheckIntro } from "./check-intro.tsx";
import { openedBy } from "./check-session.ts";
import { DetectorCard } from "./detector-card.tsx";
import { choiceOf, offerFor, readOrders, withChoice, type DetectorChoices } from "./detector-offer.ts";
import { FileCard } from "./file-card.tsx";
import { BeatImportDialog } from "./beats/beat-import-dialog.tsx";
import { BeatsSummary } from "./beats/beats-summary.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { OpenedSummary } from "./opened-summary.tsx";
import { RecordingImportDialog } from "./recording/recording-import-dialog.tsx";
import { RecordingSummary } from "./recording/recording-summary.tsx";
import type { DetectorOrder } from "./run-order.ts";
import { fetchSample, SAMPLES } from "./sample-data.ts";
import type { CheckSession } from "./use-check-session.ts";
import styles from "./check-screen.module.css";

interface CheckScreenProps {
  readonly session: CheckSession;
  readonly choices: DetectorChoices;
  readonly onChoices: (choices: DetectorChoices) => void;
}

/** From a file to a check: open, look at what was read, choose detectors, run. */
export function CheckScreen({ session, choices, onChoices }: CheckScreenProps) {
  const { state } = session;
  const opened = openedBy(state);
  const table = opened?.kind === "table" ? opened.table : null;
  const offer = offerFor(opened);
  const choice = choiceOf(choices, offer);
  const orders = state.kind === "opened" ? readOrders(choice, offer) : null;
  useKeys("Check", shortcuts(session, orders));
  return (
    <>
      <h1 tabIndex={-1} className={styles.title}>Check</h1>
      <div className={styles.columns}>
        <div className={styles.aside}>
          <FileCard session={session} />
          <DetectorCard offer={offer} choice={choice} onChoice={(changed) => onChoices(withChoice(choices, offer, changed))} session={session} orders={orders} />
        </div>
        <div className={styles.main}>
          {opened === null && <CheckIntro session={session} />}
          {table?.kind === "heart-rate" && <OpenedSummary table={table} />}
          {table?.kind === "beats" && <BeatsSummary table={table} />}
          {opened?.kind === "recording" && <RecordingSummary recording={opened.recording} leadIndex={opened.leadIndex} onLead={session.chooseLead} />}
        </div>
      </div>
      {state.kind === "asking" && state.question.kind === "heart-rate" && (
        <ImportDialog
          key={state.question.fileName}
          question={state.question}
          problem={state.problem}
          onAnswer={session.answer}
          onCancel={session.cancel}
        />
      )}
      {state.kind === "asking" && state.question.kind === "beats" && (
        <BeatImportDialog
          key={state.question.fileName}
          question={state.question}
          problem={state.problem}
          onAnswer={session.answer}
          onCancel={session.cancel}
        />
      )}
      {state.kind === "asking" && state.question.kind === "recording" && (
        <RecordingImportDialog
          key={state.question.fileName}
          question={state.question}
          problem={state.problem}
          onAnswer={session.answer}
          onCancel={session.cancel}
        />
      )}
    </>
  );
}

function shortcuts(session: CheckSession, orders: readonly DetectorOrder[] | null): readonly Shortcut[] {
  switch (session.state.kind) {
    case "opening":
    case "checking":
      return [{ keys: "Escape", label: "Cancel what is under way", run: session.cancel }];
    case "asking":
      return [];
    case "empty":
    case "opened": {
      const sample: Shortcut = { keys: "s", label: "Try sample data", run: () => session.openFetched(fetchSample(SAMPLES[0])) };
      return orders === null ? [sample] : [sample, { keys: "Mod+Enter", label: "Check Anomalies", run: () => session.check(orders) }];
    }
  }
}
