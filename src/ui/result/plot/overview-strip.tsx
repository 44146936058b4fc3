import { useMemo, useRef, useState, type PointerEvent } from "react";
import type { PlotPoints } from "../../../ecg/drawing/plot-points.ts";
import { dragWindow, type WindowPart } from "./drag-window.ts";
import { overviewPaths } from "./overview-paths.ts";
import { PLOT_MARGIN } from "./plot-geometry.ts";
import type { TimeScale } from "./time-axis.ts";
import { WindowSlider } from "./window-slider.tsx";
import type { TimeRange } from "./zoom.ts";
import styles from "./overview-strip.module.css";

interface OverviewStripProps {
  /** the whole recording's points; null until they arrive */
  readonly points: PlotPoints | null;
  /** a longer pause is not drawn across */
  readonly breakAfterS: number;
  /** of the plot above: the strip lies below its plot area */
  readonly width: number;
  readonly full: TimeRange;
  readonly view: TimeRange;
  readonly scale: TimeScale;
  /** `drag` is the same for all steps of one movement */
  readonly onShow: (range: TimeRange, drag: number) => void;
}

interface Grip {
  readonly part: WindowPart;
  readonly x: number;
  readonly window: TimeRange;
}

const HEIGHT = 46;

/** The whole recording, and the stretch of it that is shown as a window to drag. */
export function OverviewStrip({ points, breakAfterS, width, full, view, scale, onShow }: OverviewStripProps) {
  const stripWidth = Math.max(width - PLOT_MARGIN.left - PLOT_MARGIN.right, 1);
  const fullS = full.toS - full.fromS || 1;
  const [grip, setGrip] = useState<Grip | null>(null);
  const movement = useRef(0);
  const paths = useMemo(() => points && overviewPaths(points, { full, breakAfterS, width: stripWidth, height: HEIGHT }), [points, full, breakAfterS, stripWidth]);

  function grab(event: PointerEvent, part: WindowPart, window = view): void {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    movement.current += 1;
    setGrip({ part, x: event.clientX, window });
  }

  /** Beside the window: it comes under the pointer, and can be dragged on. */
  function grabBeside(event: PointerEvent<HTMLDivElement>): void {
    const atS = full.fromS + ((event.clientX - event.currentTarget.getBoundingClientRect().left) / stripWidth) * fullS;
    const window = dragWindow("whole", { window: view, full, byS: atS - (view.fromS + view.toS) / 2 });
    grab(event, "whole", window);
    onShow(window, movement.current);
  }

  function drag(event: PointerEvent): void {
    if (grip === null) return;
    const byS = ((event.clientX - grip.x) / stripWidth) * fullS;
    onShow(dragWindow(grip.part, { window: grip.window, full, byS }), movement.current);
  }

  const leftPercent = (100 * (view.fromS - full.fromS)) / fullS;
  const rightPercent = (100 * (view.toS - full.fromS)) / fullS;
  const slider = {
    window: view,
    full,
    scale,
    onGrab: grab,
    onFocus: () => {
      movement.current += 1;
    },
    onStep: (part: WindowPart, byS: number) => onShow(dragWindow(part, { window: view, full, byS }), movement.current),
  };
  return (
    <div
      role="group"
      aria-label="Overview of the recording"
      className={styles.strip}
      style={{ marginLeft: PLOT_MARGIN.left, width: stripWidth }}
      onPointerDown={grabBeside}
      onPointerMove={drag}
      onPointerUp={() => setGrip(null)}
      onPointerCancel={() => setGrip(null)}
    >
      {paths !== null && (
        <svg width={stripWidth} height={HEIGHT} aria-hidden>
          <path d={paths.signal} fill="none" stroke="var(--signal)" strokeWidth={0.8} strokeLinecap="round" />
          <path d={paths.truth} stroke="var(--true)" strokeWidth={1.4} />
          <path d={paths.predicted} stroke="var(--predicted)" strokeWidth={1.4} />
        </svg>
      )}
      <div className={styles.shade} style={{ left: 0, width: `${leftPercent}%` }} />
      <div className={styles.shade} style={{ left: `${rightPercent}%`, right: 0 }} />
      <WindowSlider {...slider} part="whole" leftPercent={leftPercent} widthPercent={rightPercent - leftPercent} />
      <WindowSlider {...slider} part="start" leftPercent={leftPercent} />
      <WindowSlider {...slider} part="end" leftPercent={rightPercent} />
    </div>
  );
}
