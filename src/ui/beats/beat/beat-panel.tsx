import { useEffect, useMemo, useRef } from "react";
import { samplesOf } from "../../../ecg/beats/table.ts";
import { Button } from "../../shared/button.tsx";
import { Card } from "../../shared/card.tsx";
import { formatCount } from "../../shared/format.ts";
import { KeyCaps } from "../../shared/key-caps.tsx";
import { useKeys } from "../../shared/use-keys.ts";
import { VisuallyHidden } from "../../shared/visually-hidden.tsx";
import type { BeatView } from "../beat-view.ts";
import { beatName, tileWords } from "../gallery/beat-words.ts";
import { RelabelBar } from "../gallery/relabel-bar.tsx";
import { relabelShortcuts } from "../gallery/relabel-keys.ts";
import { UndoButtons } from "../gallery/undo-buttons.tsx";
import type { Relabelling } from "../gallery/use-relabelling.ts";
import { BeatFactsList } from "./beat-facts-list.tsx";
import { ExplainedBeat } from "./explained-beat.tsx";
import { ProbabilityTable } from "./probability-table.tsx";
import styles from "./beat-panel.module.css";

interface BeatPanelProps {
  readonly view: BeatView;
  /** one of the check's */
  readonly beat: number;
  /** the gallery's beats in its order */
  readonly shown: Uint32Array<ArrayBuffer>;
  /** opens another beat, or goes back to the gallery (null) */
  readonly onOpenBeat: (beat: number | null) => void;
  readonly relabelling: Relabelling;
}

/** One beat alone: its samples, what it is said to be and why, and the way to the next. */
export function BeatPanel({ view, beat, shown, onOpenBeat, relabelling }: BeatPanelProps) {
  const { check: { beats, record }, relabels, relabelClasses } = view;
  const { relabel } = relabelling;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const place = shown.indexOf(beat);
  const previous = place > 0 ? shown[place - 1] : null;
  const next = place >= 0 && place < shown.length - 1 ? shown[place + 1] : null;

  useKeys("Beat", useMemo(() => [
    { keys: "Escape", label: "Back to the gallery", run: () => onOpenBeat(null) },
    ...(previous === null ? [] : ["ArrowLeft", "p"].map((keys) => ({ keys, label: "Previous beat", run: () => onOpenBeat(previous) }))),
    ...(next === null ? [] : ["ArrowRight", "n"].map((keys) => ({ keys, label: "Next beat", run: () => onOpenBeat(next) }))),
    ...relabelShortcuts(relabelClasses, "the beat", (index) => relabel([beat], index)),
  ], [beat, previous, next, onOpenBeat, relabel, relabelClasses]));

  const source = `${record.files[beats.file[beat]]?.name ?? record.name}, line ${formatCount(beats.line[beat])}`;
  return (
    <Card heading={beatName(beat)} headingRef={heading} note={`${place < 0 ? "not among the beats shown" : `${formatCount(place + 1)} of ${formatCount(shown.length)} shown`} · ${source}`}>
      <VisuallyHidden><span role="status">{tileWords(view, beat)}</span></VisuallyHidden>
      <div className={styles.tools}>
        <div role="toolbar" aria-label="Beats" className={styles.steps}>
          <Button keys="Escape" onClick={() => onOpenBeat(null)}>Gallery <span className={styles.caps}><KeyCaps keys="Escape" /></span></Button>
          <Button keys="ArrowLeft" disabled={previous === null} onClick={() => onOpenBeat(previous)}>Previous <span className={styles.caps}><KeyCaps keys="ArrowLeft" /></span></Button>
          <Button keys="ArrowRight" disabled={next === null} onClick={() => onOpenBeat(next)}>Next <span className={styles.caps}><KeyCaps keys="ArrowRight" /></span></Button>
        </div>
        <div className={styles.steps}>
          <RelabelBar
            classes={relabelClasses} given={relabels.get(beat) ?? null} canRelabel canRemove={relabels.has(beat)}
            onRelabel={(index) => relabel([beat], index)}
          />
          <UndoButtons undo={relabelling.undo} redo={relabelling.redo} />
        </div>
      </div>
      <div className={styles.container}>
        <div className={styles.body}>
          <ExplainedBeat key={record.id} view={view} beat={beat} samples={samplesOf(beats, beat)} />
          <div className={styles.side}>
            <BeatFactsList view={view} beat={beat} />
            {view.task === "classifier" && <ProbabilityTable view={view} beat={beat} />}
          </div>
        </div>
      </div>
    </Card>
  );
}
