import { CLASSES } from "../../../../ecg/beats/classes.ts";
import { RelabelBar } from "../../../beats/gallery/relabel-bar.tsx";
import { UndoButtons } from "../../../beats/gallery/undo-buttons.tsx";
import type { Relabelling } from "../../../beats/gallery/use-relabelling.ts";
import { Button } from "../../../shared/button.tsx";
import type { RecordingView } from "../../recording-view.ts";
import type { BeatSteps } from "./use-beat-steps.ts";
import { beatFacts } from "./beat-words.ts";
import styles from "./beat-bar.module.css";

interface BeatBarProps {
  readonly view: RecordingView;
  readonly picked: number | null;
  readonly steps: BeatSteps;
  readonly relabelling: Relabelling;
}

/** The beat picked in the strip: what is known of it, and the classes to give it. */
export function BeatBar({ view, picked, steps, relabelling }: BeatBarProps) {
  const hasBeats = view.beats.peakSample.length > 0;
  const given = picked === null ? undefined : view.labels.relabels.get(picked);
  return (
    <div className={styles.bar}>
      <p role="status" className={styles.facts}>
        {picked !== null ? beatFacts(view, picked).join(" · ") : hasBeats ? "Click a beat to pick it, or step to one." : "No beats were found in this lead."}
      </p>
      {hasBeats && (
        <div className={styles.tools}>
          <div role="toolbar" aria-label="Steps from beat to beat" className={styles.steps}>
            <Button keys="Shift+ArrowLeft" aria-label="Previous abnormal beat" disabled={steps.previousAbnormal === null} onClick={() => steps.previousAbnormal?.()}>« abnormal</Button>
            <Button keys="," aria-label="Previous beat" disabled={steps.previous === null} onClick={() => steps.previous?.()}>‹ beat</Button>
            <Button keys="." aria-label="Next beat" disabled={steps.next === null} onClick={() => steps.next?.()}>beat ›</Button>
            <Button keys="Shift+ArrowRight" aria-label="Next abnormal beat" disabled={steps.nextAbnormal === null} onClick={() => steps.nextAbnormal?.()}>abnormal »</Button>
          </div>
          <RelabelBar
            classes={CLASSES.aami} given={given ?? null} canRelabel={picked !== null} canRemove={given !== undefined}
            onRelabel={(classIndex) => {
              if (picked !== null) relabelling.relabel([picked], classIndex);
            }}
          />
          <div className={styles.steps}><UndoButtons undo={relabelling.undo} redo={relabelling.redo} /></div>
        </div>
      )}
    </div>
  );
}
