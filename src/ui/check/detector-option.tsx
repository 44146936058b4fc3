import { useId } from "react";
import styles from "./detector-option.module.css";

interface DetectorOptionProps {
  readonly type: "radio" | "checkbox";
  readonly group: string;
  readonly name: string;
  readonly sentence: string;
  readonly isChosen: boolean;
  readonly onPick: () => void;
}

/** One detector to choose, with what it does. */
export function DetectorOption({ type, group, name, sentence, isChosen, onPick }: DetectorOptionProps) {
  const id = useId();
  return (
    <div className={styles.option}>
      <label className={styles.name}>
        <input type={type} name={group} checked={isChosen} onChange={onPick} aria-describedby={id} />
        {name}
      </label>
      <span id={id} className={styles.sentence}>{sentence}</span>
    </div>
  );
}
