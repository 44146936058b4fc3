import { useId } from "react";
import type { Suspension } from "../../lifecycle/registry/model-version.ts";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { KeyCaps } from "../shared/key-caps.tsx";
import { ModelCardButton } from "../models/model-card-button.tsx";
import { ProgressBar } from "../shared/progress-bar.tsx";
import { chosenDetectors, pickDetector, readParameters, setMode, type DetectorChoice } from "./detector-choice.ts";
import type { DetectorOffer } from "./detector-offer.ts";
import { DetectorOption } from "./detector-option.tsx";
import { DetectorParameters } from "./detector-parameters.tsx";
import type { DetectorOrder } from "./run-order.ts";
import type { CheckSession } from "./use-check-session.ts";
import { useSuspended } from "./use-suspended.ts";
import styles from "./detector-card.module.css";

interface DetectorCardProps {
  readonly offer: DetectorOffer;
  readonly choice: DetectorChoice;
  readonly onChoice: (choice: DetectorChoice) => void;
  readonly session: CheckSession;
  /** null while there is nothing to run, or a parameter will not do */
  readonly orders: readonly DetectorOrder[] | null;
}

/** Which detectors to run, with their parameters, and the button that runs them. */
export function DetectorCard({ offer, choice, onChoice, session, orders }: DetectorCardProps) {
  const group = useId();
  const suspended = useSuspended();
  const { state } = session;
  const { detectors } = offer;
  const several = choice.mode === "several";
  if (detectors.length === 0) {
    return (
      <Card heading="Detector">
        <p>No model in this version takes beats of this length. Open the file again and state its sampling rate, so that its beats can be resampled.</p>
      </Card>
    );
  }
  return (
    <Card heading="Detector">
      <fieldset className={styles.list} disabled={state.kind === "checking"}>
        <legend>
          {several ? "Run one after another, compare side by side" : offer.legend}
        </legend>
        {detectors.map(({ id, name, sentence }) => (
          <DetectorOption
            key={id}
            type={several ? "checkbox" : "radio"}
            group={group}
            name={name}
            sentence={sentence}
            refusal={refusalText(suspended.get(id))}
            isChosen={choice.chosen.includes(id)}
            onPick={() => onChoice(pickDetector(choice, id))}
          />
        ))}
        {detectors.length > 1 && (
          <label className={styles.several}>
            <input type="checkbox" checked={several} onChange={() => onChoice(setMode(choice, several ? "one" : "several"))} />
            Run several side by side
          </label>
        )}
        {chosenDetectors(choice, detectors).map((meta) => (
          <div key={meta.id} className={styles.chosen}>
            <ModelCardButton detectorId={meta.id} name={meta.name} />
            {meta.parameters.length > 0 && <DetectorParameters meta={meta} choice={choice} onChoice={onChoice} reading={readParameters(choice, meta)} />}
          </div>
        ))}
      </fieldset>
      <div className={styles.run}>
        {state.kind === "checking" ? (
          <ProgressBar label={checkingLabel(state.detectorNames, state.position)} progress={state.progress} onCancel={session.cancel} />
        ) : (
          <>
            <Button variant="primary" keys="Mod+Enter" disabled={orders === null} onClick={() => orders !== null && session.check(orders)}>
              Check Anomalies
            </Button>
            <span className={styles.hint}>{orders === null ? whyNot(session) : <KeyCaps keys="Mod+Enter" />}</span>
          </>
        )}
      </div>
    </Card>
  );
}

const refusalText = (suspension: Suspension | undefined): string | null =>
  suspension === undefined ? null : `Suspended, it refuses to run: ${suspension.why}. Lift that under Monitoring, or promote another version.`;

function checkingLabel(names: readonly string[], position: number): string {
  return names.length === 1 ? names[0] : `${names[position]} (${position + 1} of ${names.length})`;
}

function whyNot({ state }: CheckSession): string {
  return state.kind === "opened" ? "Correct the parameter marked above first." : "Open a file first.";
}
