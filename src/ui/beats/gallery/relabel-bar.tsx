import type { BeatClass } from "../../../ecg/beats/classes.ts";
import { Button } from "../../shared/button.tsx";
import { KeyCaps } from "../../shared/key-caps.tsx";
import { REMOVE_KEY, relabelKey } from "./relabel-keys.ts";
import styles from "./relabel-bar.module.css";

interface RelabelBarProps {
  readonly classes: readonly BeatClass[];
  /** the one class that all beats concerned were given; null where they differ or have none */
  readonly given: number | null;
  /** whether there are beats to relabel */
  readonly canRelabel: boolean;
  /** whether any of them was relabelled */
  readonly canRemove: boolean;
  readonly onRelabel: (classIndex: number | null) => void;
}

/** Gives beats a class of the clinician's, as the number keys do. */
export function RelabelBar({ classes, given, canRelabel, canRemove, onRelabel }: RelabelBarProps) {
  return (
    <div role="toolbar" aria-label="Relabel" className={styles.bar}>
      <span className={styles.verb} aria-hidden>Relabel</span>
      {classes.map(({ code, name }, index) => (
        <Button
          key={code} keys={relabelKey(index)} title={`${name} (key: ${relabelKey(index)})`} aria-label={`Relabel ${code}, ${name}`}
          disabled={!canRelabel} aria-pressed={given === index} onClick={() => onRelabel(index)}
        >
          {code} <span className={styles.caps}><KeyCaps keys={relabelKey(index)} /></span>
        </Button>
      ))}
      <Button keys={REMOVE_KEY} disabled={!canRemove} onClick={() => onRelabel(null)}>Remove</Button>
    </div>
  );
}
