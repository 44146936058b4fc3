import type { KeyboardEvent, PointerEvent } from "react";
import { stepOfKey, type WindowPart } from "./drag-window.ts";
import { formatMoment, type TimeScale } from "./time-axis.ts";
import type { TimeRange } from "./zoom.ts";
import styles from "./overview-strip.module.css";

interface WindowSliderProps {
  readonly part: WindowPart;
  readonly window: TimeRange;
  readonly full: TimeRange;
  readonly scale: TimeScale;
  /** where it lies, in per cent of the recording */
  readonly leftPercent: number;
  readonly widthPercent?: number;
  readonly onGrab: (event: PointerEvent, part: WindowPart) => void;
  readonly onFocus: () => void;
  readonly onStep: (part: WindowPart, byS: number) => void;
}

const NAMES: Readonly<Record<WindowPart, string>> = { whole: "Stretch shown", start: "Start of the stretch shown", end: "End of the stretch shown" };

/** The overview's window or one of its edges: a slider for hand and keys. */
export function WindowSlider({ part, window, full, scale, leftPercent, widthPercent, onGrab, onFocus, onStep }: WindowSliderProps) {
  const valueS = part === "end" ? window.toS : window.fromS;
  const valueText = part === "whole" ? `${formatMoment(window.fromS, scale)} to ${formatMoment(window.toS, scale)}` : formatMoment(valueS, scale);

  function onKeyDown(event: KeyboardEvent): void {
    const byS = event.ctrlKey || event.metaKey || event.altKey ? null : stepOfKey(event.key, part, { window, full });
    if (byS === null) return;
    event.preventDefault();
    onStep(part, byS);
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={NAMES[part]}
      aria-valuemin={full.fromS}
      aria-valuemax={full.toS}
      aria-valuenow={valueS}
      aria-valuetext={valueText}
      className={styles[part]}
      style={{ left: `${leftPercent}%`, ...(widthPercent === undefined ? {} : { width: `${widthPercent}%` }) }}
      onPointerDown={(event) => onGrab(event, part)}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    />
  );
}
