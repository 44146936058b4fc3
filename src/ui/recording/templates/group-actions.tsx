import { useMemo } from "react";
import { CLASSES } from "../../../ecg/beats/classes.ts";
import { RelabelBar } from "../../beats/gallery/relabel-bar.tsx";
import { relabelShortcuts } from "../../beats/gallery/relabel-keys.ts";
import { UndoButtons } from "../../beats/gallery/undo-buttons.tsx";
import { commonGiven, type Relabelling } from "../../beats/gallery/use-relabelling.ts";
import { Button } from "../../shared/button.tsx";
import { formatClock, formatCount, formatCounted } from "../../shared/format.ts";
import { useKeys } from "../../shared/use-keys.ts";
import type { RecordingView } from "../recording-view.ts";
import { groupName, stepBeat, type TemplateGroup } from "./template-groups.ts";
import styles from "./group-actions.module.css";

interface GroupActionsProps {
  readonly group: TemplateGroup;
  /** the beat of the group that is picked; null: none of it */
  readonly picked: number | null;
  readonly view: RecordingView;
  readonly relabelling: Relabelling;
  readonly onPick: (beat: number) => void;
  /** takes the beat seen to the strip */
  readonly onShowStrip: () => void;
}

/** What can be done with the beats of one shape: step through them, and give all of them a class. */
export function GroupActions({ group, picked, view, relabelling, onPick, onShowStrip }: GroupActionsProps) {
  const { beats } = group;
  const { labels, beats: { peakSample }, recording: { samplingRateHz } } = view;
  const { relabel } = relabelling;
  const previous = stepBeat(beats, picked, -1);
  const next = stepBeat(beats, picked, 1);

  const what = `the ${formatCounted(beats.length, "beat")} of ${groupName(group).toLowerCase()}`;
  const shortcuts = useMemo(() => [
    ...(next === null ? [] : [{ keys: "n", label: "Next beat of the template", run: () => onPick(next) }]),
    ...(previous === null ? [] : [{ keys: "p", label: "Previous beat of the template", run: () => onPick(previous) }]),
    { keys: "s", label: "Show the beat on the strip", run: onShowStrip },
    ...relabelShortcuts(CLASSES.aami, what, (classIndex) => relabel(beats, classIndex)),
  ], [next, previous, what, beats, relabel, onPick, onShowStrip]);
  useKeys("Templates", shortcuts);

  const canRemove = useMemo(() => beats.some((beat) => labels.relabels.has(beat)), [beats, labels]);
  const given = useMemo(() => commonGiven(beats, labels.relabels), [beats, labels]);
  return (
    <div className={styles.actions}>
      <span className={styles.name}><b>{groupName(group)}</b> · {formatCounted(beats.length, "beat")}</span>
      <Button keys="p" disabled={previous === null} onClick={() => previous !== null && onPick(previous)}>Previous beat</Button>
      <Button keys="n" disabled={next === null} onClick={() => next !== null && onPick(next)}>Next beat</Button>
      <Button keys="s" onClick={onShowStrip}>Show on strip</Button>
      <span className={styles.place} role="status">
        {picked === null ? `No beat picked; the first is at ${formatClock(peakSample[beats[0]] / samplingRateHz)}` : `${formatCount(beats.indexOf(picked) + 1)} of ${formatCount(beats.length)}, at ${formatClock(peakSample[picked] / samplingRateHz)}`}
      </span>
      <UndoButtons undo={relabelling.undo} redo={relabelling.redo} />
      <RelabelBar classes={CLASSES.aami} given={given} canRelabel canRemove={canRemove} onRelabel={(classIndex) => relabel(beats, classIndex)} />
    </div>
  );
}
