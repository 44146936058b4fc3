import { useEffect, useMemo, useRef, type ReactNode } from "react";
import { formatClock } from "../../../shared/format.ts";
import { findShortcut, type Shortcut } from "../../../shared/keys.ts";
import { useListedKeys } from "../../../shared/use-keys.ts";
import { PaintedCanvas, type Paint } from "../canvas/painted-canvas.tsx";
import type { StripMoves } from "../use-strip-moves.ts";
import type { SheetGeometry, TimeScale } from "./sheet-geometry.ts";
import { useStripGestures } from "./use-strip-gestures.ts";
import styles from "./strip-sheet.module.css";

interface StripSheetProps {
  readonly sheet: SheetGeometry;
  readonly time: TimeScale;
  readonly paint: Paint;
  readonly moves: StripMoves;
  /** keys while it has the focus */
  readonly shortcuts: readonly Shortcut[];
  /** a press on a moment */
  readonly onTap: (timeS: number) => void;
  /** calipers */
  readonly children: ReactNode;
}

const GROUP = "Strip, while it has the focus";

/** The strip to look at and to move by hand. The canvas has nothing to read: what it shows is said by its name and by the status line of the beat. */
export function StripSheet({ sheet, time, paint, moves, shortcuts, onTap, children }: StripSheetProps) {
  const ref = useRef<HTMLDivElement>(null);
  useListedKeys(GROUP, shortcuts);
  useStripGestures(ref, {
    onDrag: (byPx) => moves.panS(-byPx / time.pxPerS),
    onZoom: (factor, atPx) => moves.zoomAt(time.timeAt(Math.max(atPx, sheet.plotLeftPx)), factor),
    onTap: ({ xPx }) => onTap(time.timeAt(xPx)),
    canPan: moves.canGo,
  });
  const groups = useMemo(() => [{ name: GROUP, shortcuts }], [shortcuts]);
  useEffect(() => {
    const element = ref.current;
    const onKeyDown = (event: KeyboardEvent) => {
      const shortcut = findShortcut(groups, event, "none");
      if (shortcut === undefined) return;
      event.preventDefault();
      shortcut.run();
    };
    element?.addEventListener("keydown", onKeyDown);
    return () => element?.removeEventListener("keydown", onKeyDown);
  }, [groups]);
  return (
    <div className={styles.sheet}>
      <div
        ref={ref} role="region" tabIndex={0} className={styles.hand}
        aria-label={`ECG strip, ${formatClock(time.span.fromS)} to ${formatClock(time.span.toS)}`}
      >
        <PaintedCanvas widthPx={sheet.widthPx} heightPx={sheet.heightPx} paint={paint} />
      </div>
      {children}
    </div>
  );
}
