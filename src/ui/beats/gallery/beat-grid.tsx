import { useVirtualizer, defaultRangeExtractor } from "@tanstack/react-virtual";
import { useLayoutEffect, useMemo, useRef, type Dispatch, type KeyboardEvent, type MouseEvent } from "react";
import { useWidth } from "../../result/use-width.ts";
import { findShortcut, type Shortcut } from "../../shared/keys.ts";
import { useListedKeys } from "../../shared/use-keys.ts";
import type { BeatView } from "../beat-view.ts";
import { BeatTile } from "./beat-tile.tsx";
import type { Figure } from "./beat-words.ts";
import { gridShortcuts } from "./grid-keys.ts";
import { GAP_PX, gridLayout, TILE_HEIGHT_PX } from "./grid-layout.ts";
import { placeAfter, type MoveKey } from "./grid-moves.ts";
import type { SelectionAction } from "./selection.ts";
import type { AmplitudeRange } from "./wave-path.ts";
import styles from "./beat-grid.module.css";

interface BeatGridProps {
  readonly view: BeatView;
  /** in the order shown; not empty */
  readonly shown: Uint32Array<ArrayBuffer>;
  /** another list is scrolled to the current beat */
  readonly listKey: string;
  readonly range: AmplitudeRange;
  readonly figure: Figure;
  readonly selected: ReadonlySet<number>;
  readonly onSelect: Dispatch<SelectionAction>;
  /** the beat of those shown that the focus is on or comes back to */
  readonly current: number;
  readonly onCurrent: (beat: number) => void;
  readonly onOpen: (beat: number) => void;
  /** whether the focus goes to the current beat as the grid appears; once there, it follows that beat */
  readonly takesFocus: boolean;
  /** more keys that act while the grid has the focus */
  readonly moreKeys: readonly Shortcut[];
}

const ROW_PX = TILE_HEIGHT_PX + GAP_PX;
const ROWS_BEYOND_SIGHT = 3;

/** Beats as small multiples, of which only those in sight are in the page: one tab stop, the arrow keys move it. */
export function BeatGrid({ view, shown, listKey, range, figure, selected, onSelect, current, onCurrent, onOpen, takesFocus, moreKeys }: BeatGridProps) {
  const box = useRef<HTMLDivElement>(null);
  const [sizer, width] = useWidth();
  const { columns, tileWidthPx } = gridLayout(width);
  const tabStop = shown.indexOf(current);
  const tabRow = Math.floor(tabStop / columns);
  // Of the grid, or soon to be: a tile that leaves the page under the focus sends no event.
  const hasFocus = useRef(takesFocus);

  // eslint-disable-next-line react-hooks/incompatible-library -- nothing compiles away the virtualizer's new answers: the React Compiler is not in use
  const rows = useVirtualizer({
    count: width === 0 ? 0 : Math.ceil(shown.length / columns),
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: ROWS_BEYOND_SIGHT,
    // The tab stop stays in the page while it is scrolled out of sight, so that the focus is not lost.
    rangeExtractor: (sight) => [...new Set([tabRow, ...defaultRangeExtractor(sight)])].filter((row) => row < sight.count).sort((a, b) => a - b),
  });

  const isLaidOut = width > 0;
  useLayoutEffect(() => {
    if (isLaidOut) rows.scrollToIndex(tabRow, { align: "auto" });
  }, [rows, isLaidOut, tabRow, listKey]);
  useLayoutEffect(() => {
    if (isLaidOut && hasFocus.current) box.current?.querySelector<HTMLElement>("[role=gridcell][tabindex='0']")?.focus({ preventScroll: true });
  }, [isLaidOut, current, tabStop]);

  const shortcuts = useMemo(() => {
    const go = (key: MoveKey) => {
      const rowsInSight = Math.floor((box.current?.clientHeight ?? 0) / ROW_PX);
      const beat = shown[placeAfter(key, tabStop, { count: shown.length, columns, rowsInSight })];
      onCurrent(beat);
      return beat;
    };
    return [
      ...gridShortcuts({
        move: go,
        extend: (key) => onSelect({ kind: "extended", from: shown[tabStop], to: go(key), shown }),
        open: () => onOpen(shown[tabStop]),
        toggle: () => onSelect({ kind: "toggled", beat: shown[tabStop] }),
        selectAll: () => onSelect({ kind: "all", shown }),
        clear: selected.size === 0 ? null : () => onSelect({ kind: "cleared" }),
      }),
      ...moreKeys,
    ];
  }, [shown, tabStop, columns, onCurrent, onOpen, onSelect, selected.size, moreKeys]);
  useListedKeys("Gallery", shortcuts);

  function actOnKey(event: KeyboardEvent): void {
    const shortcut = findShortcut([{ name: "Gallery", shortcuts }], event, "none");
    if (shortcut === undefined) return;
    event.preventDefault();
    shortcut.run();
  }

  function actOnClick(event: MouseEvent): void {
    const at = event.target instanceof Element ? event.target : null;
    const beat = Number(at?.closest<HTMLElement>("[data-beat]")?.dataset.beat ?? NaN);
    if (Number.isNaN(beat)) return;
    onCurrent(beat);
    if (event.shiftKey) onSelect({ kind: "extended", from: shown[tabStop], to: beat, shown });
    else if (event.ctrlKey || event.metaKey || at?.closest("[data-select]")) onSelect({ kind: "toggled", beat });
    else onOpen(beat);
  }

  return (
    <div
      ref={box}
      role="grid"
      aria-label="Beats"
      aria-multiselectable
      aria-rowcount={Math.ceil(shown.length / columns)}
      aria-colcount={columns}
      tabIndex={-1}
      className={styles.box}
      onFocus={() => {
        hasFocus.current = true;
      }}
      onBlur={() => {
        hasFocus.current = false;
      }}
      onKeyDown={actOnKey}
      onClick={actOnClick}
    >
      <div ref={sizer} role="presentation" className={styles.rows} style={{ height: rows.getTotalSize() - GAP_PX }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <div key={index} role="row" aria-rowindex={index + 1} className={styles.row} style={{ transform: `translateY(${start}px)` }}>
            {Array.from(shown.subarray(index * columns, (index + 1) * columns), (beat, column) => (
              <BeatTile
                key={beat} view={view} beat={beat} column={column} widthPx={tileWidthPx} range={range} figure={figure}
                isSelected={selected.has(beat)} isTabStop={index * columns + column === tabStop}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
