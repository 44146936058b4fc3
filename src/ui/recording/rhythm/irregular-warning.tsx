import { formatPercent } from "../../shared/format.ts";
import type { RecordingView } from "../recording-view.ts";
import { irregularShare } from "./irregular-share.ts";
import styles from "./irregular-warning.module.css";

/** Less of it leaves figures of heart-rate variability as they are. */
const LEAST_SHARE = 0.1;

/** Says when much of a recording is so irregular that its intervals are hardly NN intervals. */
export function IrregularWarning({ view: { events, recording } }: { readonly view: Pick<RecordingView, "events" | "recording"> }) {
  const share = irregularShare(events, recording.sampleCount);
  if (share < LEAST_SHARE) return null;
  return (
    <p className={styles.warning} role="note">
      {formatPercent(share, 0)} of this recording is irregularly irregular, as in atrial fibrillation. Most of its intervals are then no NN intervals: figures of
      heart-rate variability, SD1 and SD2 say little here.
    </p>
  );
}
