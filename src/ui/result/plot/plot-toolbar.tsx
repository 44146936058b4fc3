import type { Dispatch, ReactNode } from "react";
import { Button } from "../../shared/button.tsx";
import { isFull, type Zoom, type ZoomAction } from "./zoom.ts";
import styles from "./plot-toolbar.module.css";

interface PlotToolbarProps {
  readonly zoom: Zoom;
  readonly onZoom: Dispatch<ZoomAction>;
  readonly children: ReactNode;
}

/** The zoom's buttons, for those who neither drag nor use keys. */
export function PlotToolbar({ zoom, onZoom, children }: PlotToolbarProps) {
  const atStart = zoom.view.fromS <= zoom.full.fromS;
  const atEnd = zoom.view.toS >= zoom.full.toS;
  return (
    <div role="toolbar" aria-label="Plot" className={styles.toolbar}>
      <Button aria-label="Zoom in" keys="+" onClick={() => onZoom({ kind: "scale", factor: 0.5 })}>+</Button>
      <Button aria-label="Zoom out" keys="-" disabled={isFull(zoom)} onClick={() => onZoom({ kind: "scale", factor: 2 })}>−</Button>
      <Button aria-label="Earlier" keys="ArrowLeft" disabled={atStart} onClick={() => onZoom({ kind: "pan", share: -0.25 })}>←</Button>
      <Button aria-label="Later" keys="ArrowRight" disabled={atEnd} onClick={() => onZoom({ kind: "pan", share: 0.25 })}>→</Button>
      <Button keys="0" disabled={isFull(zoom)} onClick={() => onZoom({ kind: "reset" })}>Whole</Button>
      <Button keys="Backspace" disabled={zoom.earlier.length === 0} onClick={() => onZoom({ kind: "back" })}>Back</Button>
      <span className={styles.gap} />
      {children}
    </div>
  );
}
