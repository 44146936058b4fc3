import type { Verdict } from "../../../db/records.ts";
import { Button } from "../../shared/button.tsx";
import { KeyCaps } from "../../shared/key-caps.tsx";
import styles from "./events-card.module.css";

interface VerdictBarProps {
  readonly verdict: Verdict | null;
  /** whether an event is selected to decide on */
  readonly canDecide: boolean;
  readonly onStep: (by: 1 | -1) => void;
  readonly onDecide: (verdict: Verdict) => void;
  readonly onUndo: (() => void) | null;
  readonly onRedo: (() => void) | null;
}

const CHOICES = [
  { verdict: "accepted", label: "Accept", keys: "a" },
  { verdict: "rejected", label: "Reject", keys: "r" },
  { verdict: "uncertain", label: "Uncertain", keys: "u" },
] as const;

/** Steps through the events and decides on the one selected, as the keys do. */
export function VerdictBar({ verdict, canDecide, onStep, onDecide, onUndo, onRedo }: VerdictBarProps) {
  return (
    <div role="toolbar" aria-label="Review" className={styles.bar}>
      <Button keys="p" onClick={() => onStep(-1)}>Previous <span className={styles.caps}><KeyCaps keys="p" /></span></Button>
      <Button keys="n" onClick={() => onStep(1)}>Next <span className={styles.caps}><KeyCaps keys="n" /></span></Button>
      <span className={styles.gap} />
      {CHOICES.map((choice) => (
        <Button key={choice.verdict} keys={choice.keys} disabled={!canDecide} aria-pressed={verdict === choice.verdict} onClick={() => onDecide(choice.verdict)}>
          {choice.label} <span className={styles.caps}><KeyCaps keys={choice.keys} /></span>
        </Button>
      ))}
      <span className={styles.gap} />
      <Button keys="Mod+z" disabled={onUndo === null} onClick={() => onUndo?.()}>Undo</Button>
      <Button keys="Mod+Shift+z" disabled={onRedo === null} onClick={() => onRedo?.()}>Redo</Button>
    </div>
  );
}
