import { useState } from "react";
import { spellDuration } from "../../../ecg/rhythm/rhythm-event.ts";
import { Button } from "../../shared/button.tsx";
import { formatCount } from "../../shared/format.ts";
import { clockTime } from "../clock-time.ts";
import type { RecordingFocus } from "../recording-view.ts";
import { momentToShow } from "./event-order.ts";
import type { MarkedStretches } from "./marked-stretches.ts";
import styles from "./stretch-line.module.css";

interface StretchLineProps {
  readonly marked: MarkedStretches;
  /** what the stretches are, for buttons: "unusable stretch" */
  readonly noun: string;
  readonly focus: RecordingFocus;
}

/** Stretches summed up in a sentence, and steps from one to the next in the strip. */
export function StretchLine({ marked: { sentence, stretches }, noun, focus: { span, showTime } }: StretchLineProps) {
  const [shown, setShown] = useState<number | null>(null);
  function show(index: number): void {
    setShown(index);
    showTime(momentToShow(stretches[index], span.toS - span.fromS));
  }
  const current = shown === null ? undefined : stretches[shown];
  return (
    <div className={styles.line}>
      <p>{sentence}</p>
      {stretches.length > 0 && (
        <div role="group" aria-label={`Show each ${noun}`} className={styles.steps}>
          <Button disabled={shown === 0} aria-label={`Previous ${noun}`} onClick={() => show(shown === null ? stretches.length - 1 : shown - 1)}>‹</Button>
          <Button disabled={shown === stretches.length - 1} aria-label={`Next ${noun}`} onClick={() => show(shown === null ? 0 : shown + 1)}>›</Button>
          <span role="status">
            {current === undefined || shown === null
              ? "none shown"
              : `${formatCount(shown + 1)} of ${formatCount(stretches.length)}: ${current.words}, ${clockTime(current.fromS)}, ${spellDuration(current.toS - current.fromS)}`}
          </span>
        </div>
      )}
    </div>
  );
}
