import { useState, type KeyboardEvent, type PointerEvent } from "react";
import { formatClock } from "../../../shared/format.ts";
import type { TimeScale } from "../sheet/sheet-geometry.ts";
import { keyedTime } from "./caliper-keys.ts";
import type { CaliperPart } from "./caliper-maths.ts";
import type { CaliperTool } from "./use-calipers.ts";
import styles from "./calipers.module.css";

interface CaliperMarkerProps {
  readonly part: CaliperPart;
  readonly tool: CaliperTool;
  /** where it stands; of both, the first */
  readonly timeS: number;
  readonly time: TimeScale;
  readonly durationS: number;
  /** of both: how far they are apart; drawn as a beam between them */
  readonly beamPx?: { readonly leftPx: number; readonly widthPx: number };
  readonly words: string;
}

const NAMES: Readonly<Record<CaliperPart, string>> = { first: "First caliper", second: "Second caliper", both: "Both calipers" };
/** How near a peak or a wave's boundary must be to be caught. */
const SNAP_PX = 8;

/** One marker, or the beam that moves both: dragged it snaps, unless Alt is held; keys move it by samples and R peaks. */
export function CaliperMarker({ part, tool, timeS, time, durationS, beamPx, words }: CaliperMarkerProps) {
  const [grip, setGrip] = useState<{ readonly x: number; readonly timeS: number } | null>(null);

  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setGrip({ x: event.clientX, timeS });
  }

  function onPointerMove(event: PointerEvent): void {
    if (grip === null) return;
    tool.move(part, grip.timeS + (event.clientX - grip.x) / time.pxPerS, event.altKey ? 0 : SNAP_PX / time.pxPerS);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const toS = keyedTime(event, timeS, tool.lead);
    if (toS === null) return;
    event.preventDefault();
    tool.move(part, toS, 0);
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={NAMES[part]}
      aria-valuemin={0}
      aria-valuemax={durationS}
      aria-valuenow={timeS}
      aria-valuetext={`${formatClock(timeS)}, ${words}`}
      className={part === "both" ? styles.beam : styles.marker}
      data-part={part}
      style={beamPx === undefined ? { left: time.xOf(timeS) } : { left: beamPx.leftPx, width: beamPx.widthPx }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => setGrip(null)}
      onPointerCancel={() => setGrip(null)}
      onKeyDown={onKeyDown}
    />
  );
}
