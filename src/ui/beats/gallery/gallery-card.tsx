import { useMemo, useReducer, useState } from "react";
import { Button } from "../../shared/button.tsx";
import { Card } from "../../shared/card.tsx";
import { EmptyState } from "../../shared/empty-state.tsx";
import { formatCount, formatCounted } from "../../shared/format.ts";
import type { Shortcut } from "../../shared/keys.ts";
import { useKeys } from "../../shared/use-keys.ts";
import type { BeatView } from "../beat-view.ts";
import { isFiltering, NO_FILTER } from "./beat-filter.ts";
import { BeatGrid } from "./beat-grid.tsx";
import type { Figure } from "./beat-words.ts";
import { GalleryLegend } from "./gallery-legend.tsx";
import { GalleryTools } from "./gallery-tools.tsx";
import { RelabelBar } from "./relabel-bar.tsx";
import { relabelShortcuts } from "./relabel-keys.ts";
import { NO_SELECTION, select } from "./selection.ts";
import { UndoButtons } from "./undo-buttons.tsx";
import type { GalleryList } from "./use-gallery-list.ts";
import { commonGiven, namedBeats, type Relabelling } from "./use-relabelling.ts";
import { commonRange } from "./wave-path.ts";
import styles from "./gallery-card.module.css";

interface GalleryCardProps {
  readonly view: BeatView;
  readonly list: GalleryList;
  /** the beat that the focus is on or comes back to; null for the first one */
  readonly current: number | null;
  readonly onCurrent: (beat: number | null) => void;
  readonly onOpen: (beat: number) => void;
  readonly relabelling: Relabelling;
  readonly takesFocus: boolean;
}

const NO_KEYS: readonly Shortcut[] = [];

/** The beats with what they are sorted and filtered by, and what can be done with those selected. */
export function GalleryCard({ view, list, current, onCurrent, onOpen, relabelling, takesFocus }: GalleryCardProps) {
  const { sort, filter, setSort, setFilter, shown, wrong } = list;
  const { relabelClasses, relabels, check: { beats } } = view;
  const { relabel } = relabelling;
  const range = useMemo(() => commonRange(beats), [beats]);
  const [selection, onSelect] = useReducer(select, NO_SELECTION);
  // What the filter hides is not relabelled unseen.
  const selected = useMemo(() => (selection.beats.size === 0 ? [] : Array.from(shown.filter((beat) => selection.beats.has(beat)))), [selection, shown]);
  const [gridTakesFocus, setGridTakesFocus] = useState(takesFocus);
  const focused = shown.length === 0 ? null : current !== null && shown.includes(current) ? current : shown[0];

  const selectedKeys = useMemo(
    () => (selected.length === 0 ? NO_KEYS : relabelShortcuts(relabelClasses, namedBeats(selected), (index) => relabel(selected, index))),
    [selected, relabelClasses, relabel],
  );
  useKeys("Gallery", selectedKeys);
  const focusedKeys = useMemo(
    () => (selected.length > 0 || focused === null ? NO_KEYS : relabelShortcuts(relabelClasses, "the beat", (index) => relabel([focused], index))),
    [selected.length, focused, relabelClasses, relabel],
  );

  /** A new list is looked at from its start. */
  const fromStart = <Value,>(set: (value: Value) => void) => (value: Value) => {
    onCurrent(null);
    setGridTakesFocus(false);
    set(value);
  };
  const clearFilters = () => {
    fromStart(setFilter)(NO_FILTER);
    // The button that was pressed is gone.
    setGridTakesFocus(true);
  };
  return (
    <Card heading="Beats" note={<span role="status">{countWords({ shown: shown.length, of: beats.count, wrong })}</span>}>
      <GalleryTools view={view} sort={sort} onSort={fromStart(setSort)} filter={filter} onFilter={fromStart(setFilter)} />
      <div className={styles.selection}>
        <span role="status" className={styles.count}>
          {selected.length === 0 ? "Select beats to relabel them" : `${formatCounted(selected.length, "beat")} selected`}
        </span>
        <Button disabled={shown.length === 0 || selected.length === shown.length} onClick={() => onSelect({ kind: "all", shown })}>Select all</Button>
        <Button disabled={selected.length === 0} onClick={() => onSelect({ kind: "cleared" })}>Clear</Button>
        <UndoButtons undo={relabelling.undo} redo={relabelling.redo} />
        <RelabelBar
          classes={relabelClasses}
          given={commonGiven(selected, relabels)}
          canRelabel={selected.length > 0}
          canRemove={selected.some((beat) => relabels.has(beat))}
          onRelabel={(index) => relabel(selected, index)}
        />
      </div>
      {focused === null ? (
        <EmptyState
          title="No beat fits"
          actions={isFiltering(filter) && <Button variant="primary" onClick={clearFilters}>Clear the filters</Button>}
        >
          None of the {formatCounted(beats.count, "beat")} passes the filters. Clear them to see all.
        </EmptyState>
      ) : (
        <BeatGrid
          view={view} shown={shown} listKey={JSON.stringify([sort, filter])} range={range} figure={figureOf(sort, view.task)}
          selected={selection.beats} onSelect={onSelect} current={focused} onCurrent={onCurrent} onOpen={onOpen}
          takesFocus={gridTakesFocus} moreKeys={focusedKeys}
        />
      )}
      <GalleryLegend view={view} figure={figureOf(sort, view.task)} />
    </Card>
  );
}

/** What the list is sorted by; else what says most about the model's answer. */
function figureOf(sort: GalleryList["sort"], task: BeatView["task"]): Figure {
  if (sort === "anomaly") return "anomalyScore";
  return sort === "unsure" || task === "classifier" ? "confidence" : "anomalyScore";
}

function countWords({ shown, of, wrong }: { readonly shown: number; readonly of: number; readonly wrong: number | null }): string {
  const counted = shown === of ? formatCounted(of, "beat") : `${formatCount(shown)} of ${formatCounted(of, "beat")}`;
  return wrong === null ? counted : `${counted}, ${formatCount(wrong)} wrong`;
}
