import { useRef, useState, type PointerEvent } from "react";
import { dragWindow, type WindowPart } from "../../../result/plot/drag-window.ts";
import overview from "../../../result/plot/overview-strip.module.css";
import { WindowSlider } from "../../../result/plot/window-slider.tsx";
import type { TimeSpan } from "../../recording-view.ts";
import { PaintedCanvas, type Paint } from "../canvas/painted-canvas.tsx";
import styles from "./level.module.css";

interface LevelProps {
  /** what it shows, for screen readers: "Whole recording" */
  readonly name: string;
  /** for eyes: how much time it shows */
  readonly note: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** of the part that the window lies over */
  readonly windowHeightPx: number;
  readonly plotLeftPx: number;
  readonly paint: Paint;
  /** the time it shows, and the stretch that the level below shows */
  readonly full: TimeSpan;
  readonly window: TimeSpan;
  readonly onShow: (window: TimeSpan) => void;
}

interface Grip {
  readonly part: WindowPart;
  readonly x: number;
  readonly window: TimeSpan;
}

/** A level above the strip: some stretch of the recording with the part that the next level shows as a window to drag, resize or place by a click. */
export function Level({ name, note, widthPx, heightPx, windowHeightPx, plotLeftPx, paint, full, window, onShow }: LevelProps) {
  const plotPx = Math.max(widthPx - plotLeftPx, 1);
  const fullS = full.toS - full.fromS;
  const [grip, setGrip] = useState<Grip | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const shown = { fromS: Math.max(window.fromS, full.fromS), toS: Math.min(window.toS, full.toS) };

  function grab(event: PointerEvent, part: WindowPart, from = shown): void {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    setGrip({ part, x: event.clientX, window: from });
  }

  /** Beside the window: it comes under the pointer, and can be dragged on. */
  function grabBeside(event: PointerEvent<HTMLDivElement>): void {
    if (event.button !== 0) return;
    const atS = full.fromS + ((event.clientX - event.currentTarget.getBoundingClientRect().left) / plotPx) * fullS;
    const placed = dragWindow("whole", { window: shown, full, byS: atS - (shown.fromS + shown.toS) / 2 });
    grab(event, "whole", placed);
    onShow(placed);
  }

  function drag(event: PointerEvent): void {
    if (grip === null) return;
    onShow(dragWindow(grip.part, { window: grip.window, full, byS: ((event.clientX - grip.x) / plotPx) * fullS }));
  }

  const percent = (timeS: number) => (100 * (timeS - full.fromS)) / fullS;
  const slider = {
    window: shown, full, scale: "elapsed" as const,
    onGrab: grab, onFocus: () => undefined,
    onStep: (part: WindowPart, byS: number) => onShow(dragWindow(part, { window: shown, full, byS })),
  };
  return (
    <div role="group" aria-label={name} className={styles.level}>
      <div className={styles.head} style={{ paddingLeft: plotLeftPx }}><b>{name}</b> {note}</div>
      <div className={styles.canvas} style={{ height: heightPx }}>
        <PaintedCanvas widthPx={widthPx} heightPx={heightPx} paint={paint} />
        <div
          ref={area}
          role="presentation"
          className={styles.area}
          style={{ left: plotLeftPx, width: plotPx, height: windowHeightPx }}
          onPointerDown={grabBeside}
          onPointerMove={drag}
          onPointerUp={() => setGrip(null)}
          onPointerCancel={() => setGrip(null)}
        >
          <div className={overview.shade} style={{ left: 0, width: `${percent(shown.fromS)}%` }} />
          <div className={overview.shade} style={{ left: `${percent(shown.toS)}%`, right: 0 }} />
          <WindowSlider {...slider} part="whole" leftPercent={percent(shown.fromS)} widthPercent={Math.max(percent(shown.toS) - percent(shown.fromS), 0.2)} />
          <WindowSlider {...slider} part="start" leftPercent={percent(shown.fromS)} />
          <WindowSlider {...slider} part="end" leftPercent={percent(shown.toS)} />
        </div>
      </div>
    </div>
  );
}
