import { formatCounted } from "../../shared/format.ts";
import styles from "./figures-note.module.css";

interface FiguresNoteProps {
  readonly beats: number;
  /** what else bears on how far the figures hold */
  readonly note?: string | undefined;
}

/** What the figures of a check stand on. */
export function FiguresNote({ beats, note }: FiguresNoteProps) {
  return (
    <p className={styles.note}>
      Over {formatCounted(beats, "labelled beat")}. Ranges are 95 % intervals that take beats for independent (bootstrap over beats; ROC-AUC: DeLong).
      {note !== undefined && ` ${note}`}
    </p>
  );
}
