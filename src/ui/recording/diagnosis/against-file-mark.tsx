import { MarkShape } from "../../result/plot/mark-shape.tsx";
import type { AgainstFile } from "./against-file.ts";
import styles from "./against-file-mark.module.css";

/** Hit, missed, false alarm: shape and word. */
export function AgainstFileMark({ mark, word }: AgainstFile) {
  return (
    <span className={styles.against} data-mark={mark ?? undefined}>
      {mark !== null && <svg width="18" height="18" viewBox="-10 -10 20 20" aria-hidden><MarkShape kind={mark} x={0} y={0} /></svg>}
      {word}
    </span>
  );
}
