import type { SignalPyramid } from "../../../ecg/recording/signal-pyramid.ts";
import { useWidth } from "../../result/use-width.ts";
import { formatClock } from "../../shared/format.ts";
import type { RecordingView } from "../recording-view.ts";
import { beatFacts } from "./beats/beat-words.ts";
import { PaintedCanvas } from "./canvas/painted-canvas.tsx";
import { useBeatStrip } from "./use-beat-strip.ts";
import styles from "./beat-strip.module.css";

interface BeatStripProps {
  readonly view: RecordingView;
  /** of the lead whose beats were found; null while it is built */
  readonly pyramid: SignalPyramid | null;
  readonly beat: number;
}

/** Some seconds around one beat on ECG paper, to look at and not to move. */
export function BeatStrip({ view, pyramid, beat }: BeatStripProps) {
  const [ref, widthPx] = useWidth();
  const { sheet, time: { span }, paint } = useBeatStrip({ view, pyramid, beat, widthPx });
  const facts = beatFacts(view, beat).join(" · ");
  return (
    <figure className={styles.figure}>
      <figcaption>{facts} · lead {view.lead.name}, 25 mm/s, 10 mm/mV</figcaption>
      <div ref={ref} role="img" aria-label={`ECG around ${facts}: ${formatClock(span.fromS)} to ${formatClock(span.toS)}`} style={{ minHeight: sheet.heightPx }}>
        {widthPx > 0 && <PaintedCanvas widthPx={sheet.widthPx} heightPx={sheet.heightPx} paint={paint} />}
      </div>
    </figure>
  );
}
