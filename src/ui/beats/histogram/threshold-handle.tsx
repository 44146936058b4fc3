import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import { formatFixed } from "../../shared/format.ts";
import { thresholdAfterKey, toStep, type ThresholdRange } from "./threshold-range.ts";
import styles from "./threshold-handle.module.css";

interface ThresholdHandleProps {
  readonly threshold: number;
  readonly range: ThresholdRange;
  /** what the threshold means, said after its number */
  readonly meaning: string;
  /** of the plot area, in which the handle lies */
  readonly plotWidth: number;
  readonly onMove: (threshold: number) => void;
  readonly onRelease: () => void;
  readonly onCancel: () => void;
}

/** The threshold as a line to drag; a slider for the keyboard. What it is moved to counts from `onRelease` on. */
export function ThresholdHandle({ threshold, range, meaning, plotWidth, onMove, onRelease, onCancel }: ThresholdHandleProps) {
  /** pixels from the line to where it was taken hold of; null while it is not held */
  const grip = useRef<number | null>(null);
  const x = (Math.min(threshold / range.upper, 1) || 0) * plotWidth;

  function grab(event: PointerEvent): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = event.clientX - x;
  }

  function drag(event: PointerEvent): void {
    if (grip.current !== null) onMove(toStep(((event.clientX - grip.current) / plotWidth) * range.upper, range));
  }

  function release(): void {
    if (grip.current === null) return;
    grip.current = null;
    onRelease();
  }

  function cancel(): void {
    grip.current = null;
    onCancel();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Escape") cancel();
    const moved = event.ctrlKey || event.metaKey || event.altKey ? null : thresholdAfterKey(event.key, threshold, range);
    if (moved === null) return;
    event.preventDefault();
    onMove(moved);
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label="Threshold on the reconstruction error"
      aria-valuemin={0}
      aria-valuemax={range.upper}
      aria-valuenow={threshold}
      aria-valuetext={`${formatFixed(threshold, range.digits)}: ${meaning}`}
      className={styles.handle}
      style={{ left: x }}
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={cancel}
      onKeyDown={onKeyDown}
      onKeyUp={onRelease}
      onBlur={onRelease}
    />
  );
}
