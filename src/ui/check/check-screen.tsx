import type { DetectorMeta } from "../../models/detector.ts";
import { useKeys } from "../shared/use-keys.ts";
import type { Shortcut } from "../shared/keys.ts";
import { CheckIntro } from "./check-intro.tsx";
import { openedTable } from "./check-session.ts";
import { DetectorCard } from "./detector-card.tsx";
import { chosenDetectors, readParameters, type DetectorChoice } from "./detector-choice.ts";
import { FileCard } from "./file-card.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { OpenedSummary } from "./opened-summary.tsx";
import { fetchSample } from "./sample-data.ts";
import type { CheckSession, DetectorOrder } from "./use-check-session.ts";
import styles from "./check-screen.module.css";

interface CheckScreenProps {
  readonly session: CheckSession;
  readonly detectors: readonly DetectorMeta[];
  readonly choice: DetectorChoice;
  readonly onChoice: (choice: DetectorChoice) => void;
}

/** From a file to a check: open, look at what was read, choose detectors, run. */
export function CheckScreen({ session, detectors, choice, onChoice }: CheckScreenProps) {
  const { state } = session;
  const opened = openedTable(state);
  const orders = state.kind === "opened" ? readOrders(choice, detectors) : null;
  useKeys("Check", shortcuts(session, orders));
  return (
    <>
      <h1 tabIndex={-1} className={styles.title}>Check</h1>
      <div className={styles.columns}>
        <div className={styles.aside}>
          <FileCard session={session} />
          <DetectorCard detectors={detectors} choice={choice} onChoice={onChoice} session={session} orders={orders} />
        </div>
        <div className={styles.main}>
          {opened === null ? <CheckIntro session={session} /> : <OpenedSummary table={opened.table} />}
        </div>
      </div>
      {state.kind === "asking" && (
        <ImportDialog
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

/** The chosen detectors with their parameters; null if one of these will not do. */
function readOrders(choice: DetectorChoice, detectors: readonly DetectorMeta[]): readonly DetectorOrder[] | null {
  const orders: DetectorOrder[] = [];
  for (const detector of chosenDetectors(choice, detectors)) {
    const reading = readParameters(choice, detector);
    if (reading.kind === "invalid") return null;
    orders.push({ detector, parameters: reading.values });
  }
  return orders;
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
      const sample: Shortcut = { keys: "s", label: "Try sample data", run: () => session.openFetched(fetchSample) };
      return orders === null ? [sample] : [sample, { keys: "Mod+Enter", label: "Check Anomalies", run: () => session.check(orders) }];
    }
  }
}
