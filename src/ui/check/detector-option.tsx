import { useId } from "react";
import styles from "./detector-option.module.css";

interface DetectorOptionProps {
  readonly type: "radio" | "checkbox";
  readonly group: string;
  readonly name: string;
  readonly sentence: string;
  /** why it refuses to run; null while it does not */
  readonly refusal: string | null;
  readonly isChosen: boolean;
  readonly onPick: () => void;
}

/** One detector to choose, with what it does. */
export function DetectorOption({ type, group, name, sentence, refusal, isChosen, onPick }: DetectorOptionProps) {
  const id = useId();
  return (
    <div className={styles.option}>
      <label className={styles.name}>
        <input type={type} name={group} checked={isChosen} onChange={onPick} aria-describedby={refusal === null ? id : `${id} ${id}-refusal`} />
        {name}
      </label>
      <span id={id} className={styles.sentence}>{sentence}</span>
      {refusal !== null && <span id={`${id}-refusal`} className={styles.refusal}>{refusal}</span>}
    </div>
  );
}
