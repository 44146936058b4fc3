import { useCallback, useMemo, useState } from "react";
import { CLASSES } from "../../../ecg/beats/classes.ts";
import type { SignalPyramid } from "../../../ecg/recording/signal-pyramid.ts";
import { undoShortcuts } from "../../beats/gallery/relabel-keys.ts";
import { useRelabelling } from "../../beats/gallery/use-relabelling.ts";
import type { Relabels } from "../../beats/use-relabels.ts";
import { Card } from "../../shared/card.tsx";
import { EmptyState } from "../../shared/empty-state.tsx";
import { formatCounted } from "../../shared/format.ts";
import { useKeys } from "../../shared/use-keys.ts";
import type { RecordingFocus, RecordingView } from "../recording-view.ts";
import { BeatStrip } from "../viewer/beat-strip.tsx";
import { beatCurve, commonScale, templateCurve } from "./template-curves.ts";
import { GroupActions } from "./group-actions.tsx";
import { TemplateGrid } from "./template-grid.tsx";
import { templateGroups } from "./template-groups.ts";
import styles from "./templates-panel.module.css";

interface TemplatesPanelProps {
  readonly view: RecordingView;
  readonly focus: RecordingFocus;
  readonly relabels: Relabels;
  /** of the lead whose beats were found; null while it is built */
  readonly pyramid: SignalPyramid | null;
  /** takes to the strip, which has the beat in its middle; one can go back */
  readonly onShowStrip: (beat: number) => void;
}

/** The beats grouped by shape, to look through and to relabel as a group. */
export function TemplatesPanel({ view, focus, relabels, pyramid, onShowStrip }: TemplatesPanelProps) {
  const { beats, rr, labels, lead } = view;
  const groups = useMemo(() => templateGroups(beats, rr), [beats, rr]);
  const curves = useMemo(() => groups.map((group) => templateCurve(group, view)), [groups, view]);
  const scale = useMemo(() => commonScale(curves), [curves]);

  const groupOf = useCallback((beat: number) => Math.max(groups.findIndex((group) => group.beats.includes(beat)), 0), [groups]);
  const [shown, setShown] = useState(() => (focus.beat === null ? 0 : groupOf(focus.beat)));
  // A beat picked elsewhere brings its group with it.
  const [followed, setFollowed] = useState(focus.beat);
  if (focus.beat !== followed) {
    setFollowed(focus.beat);
    if (focus.beat !== null) setShown(groupOf(focus.beat));
  }
  const showBeats = useCallback((changed: readonly number[]) => changed.length > 0 && setShown(groupOf(changed[0])), [groupOf]);
  const relabelling = useRelabelling(relabels, CLASSES.aami, showBeats);
  useKeys("Relabelling", useMemo(() => undoShortcuts(relabelling), [relabelling]));

  const group = groups.at(shown);
  const picked = focus.beat !== null && group?.beats.includes(focus.beat) ? focus.beat : null;
  const pickedCurve = useMemo(() => (picked === null ? null : beatCurve(picked, curves[shown], view)), [picked, shown, curves, view]);
  if (group === undefined) {
    return (
      <Card heading="Beats by shape">
        <EmptyState title="No beats to group">
          No R peaks were found in lead {lead.name}. Run the check again on another lead, or on a recording with a clearer signal.
        </EmptyState>
      </Card>
    );
  }
  const seen = picked ?? group.beats[0];
  return (
    <Card heading="Beats by shape" note={`${formatCounted(beats.templates.templates.length, "template")} of ${formatCounted(beats.peakSample.length, "beat")} in lead ${lead.name}`}>
      <GroupActions group={group} picked={picked} view={view} relabelling={relabelling} onPick={focus.pickBeat} onShowStrip={() => onShowStrip(seen)} />
      <BeatStrip view={view} pyramid={pyramid} beat={seen} />
      <TemplateGrid groups={groups} curves={curves} scale={scale} labels={labels} shown={shown} onShow={setShown} picked={pickedCurve} />
      <p className={styles.note}>
        mV against ms from the R peak, all on one scale, each about its own median. Bold: the mean beat; faint: some of its beats, spread over the recording;
        blue: the beat picked. Classes: a dot where the model gave them, a pen where you did. RR: median of the intervals before.
        {groups.at(-1)?.template === null && " In no template: beats cut off by noise or by the recording’s ends, and beats like no others."}
      </p>
    </Card>
  );
}
