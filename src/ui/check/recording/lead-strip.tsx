import { rangeOf, wavePath } from "../../beats/gallery/wave-path.ts";
import type { LeadPreview } from "./lead-preview.ts";
import styles from "./lead-strip.module.css";

/** Pixel columns that a strip is drawn in. */
export const STRIP_COLUMNS = 500;
const HEIGHT = 44;
/** Room for the line's own width. */
const INSET = 2;

/** A few seconds of a lead, over their own range. */
export function LeadStrip({ preview: { points } }: { readonly preview: LeadPreview }) {
  return (
    <svg className={styles.strip} viewBox={`0 0 ${STRIP_COLUMNS} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
      <path transform={`translate(0,${INSET})`} d={wavePath(points, { width: STRIP_COLUMNS, height: HEIGHT - 2 * INSET, range: rangeOf(points) })} />
    </svg>
  );
}
