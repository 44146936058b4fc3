import { MARK_PARTS, MARK_STROKE_WIDTH } from "../../result/plot/mark-paths.ts";
import styles from "./class-mark.module.css";

interface ClassMarkProps {
  readonly kind: "true" | "predicted" | "relabelled";
  /** of the class; null where the file has none */
  readonly code: string | null;
  readonly isAnomalous: boolean;
}

const PEN = "M-7,7L-5.5,2.5L3.5,-6.5L6.5,-3.5L-2.5,5.5Z";
const PATHS = { true: MARK_PARTS.true[0].path, predicted: MARK_PARTS.predicted[0].path, relabelled: PEN } as const;

/** A class with the mark that says whose it is: cross = true, dot = predicted, pen = relabelled. Coloured where it is an anomalous one. */
export function ClassMark({ kind, code, isAnomalous }: ClassMarkProps) {
  return (
    <span className={styles.mark} data-kind={kind} data-anomalous={isAnomalous || undefined}>
      <svg width="12" height="12" viewBox="-8 -8 16 16" aria-hidden>
        <path d={PATHS[kind]} strokeWidth={MARK_STROKE_WIDTH} />
      </svg>
      {code ?? "?"}
    </span>
  );
}
