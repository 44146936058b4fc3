import { useState, type ReactNode } from "react";
import { Button } from "../../../shared/button.tsx";
import { Field } from "../../../shared/field.tsx";
import { LAYOUT_NAMES, type Layout } from "../layouts.ts";
import { GAINS_MM_PER_MV, SPEEDS_MM_PER_S, type StripScale } from "../strip-scale.ts";
import { ScreenSizeDialog } from "./screen-size-dialog.tsx";
import type { StripMoves } from "../use-strip-moves.ts";
import styles from "./strip-toolbar.module.css";

interface StripToolbarProps {
  readonly scale: StripScale;
  readonly onScale: (scale: StripScale) => void;
  readonly layouts: readonly Layout[];
  readonly layout: Layout;
  readonly onLayout: (layout: Layout) => void;
  readonly moves: StripMoves;
  readonly hasCalipers: boolean;
  readonly onCalipers: () => void;
  /** whether waves are marked; null where there are none to mark */
  readonly hasWaves: boolean | null;
  readonly onWaves: () => void;
  /** which leads to show, where there is a choice */
  readonly children: ReactNode;
}

const ZOOMED = "zoomed";

/** How the strip is drawn and moved, for those who use neither keys nor wheel. */
export function StripToolbar({ scale, onScale, layouts, layout, onLayout, moves, hasCalipers, onCalipers, hasWaves, onWaves, children }: StripToolbarProps) {
  const [isMeasuring, setIsMeasuring] = useState(false);
  const { speedMmPerS, gainMmPerMv } = scale;
  return (
    <div className={styles.toolbar}>
      <Field label="Speed">
        <select
          value={speedMmPerS ?? ZOOMED}
          onChange={({ target }) => onScale({ ...scale, speedMmPerS: SPEEDS_MM_PER_S.find((speed) => String(speed) === target.value) ?? null })}
        >
          {SPEEDS_MM_PER_S.map((speed) => <option key={speed} value={speed}>{speed} mm/s</option>)}
          <option value={ZOOMED}>zoomed</option>
        </select>
      </Field>
      <Field label="Gain">
        <select
          value={gainMmPerMv}
          onChange={({ target }) => onScale({ ...scale, gainMmPerMv: GAINS_MM_PER_MV.find((gain) => String(gain) === target.value) ?? gainMmPerMv })}
        >
          {GAINS_MM_PER_MV.map((gain) => <option key={gain} value={gain}>{gain} mm/mV</option>)}
        </select>
      </Field>
      {layouts.length > 1 && (
        <Field label="Layout">
          <select value={layout} onChange={({ target }) => onLayout(layouts.find((each) => each === target.value) ?? layout)}>
            {layouts.map((each) => <option key={each} value={each}>{LAYOUT_NAMES[each]}</option>)}
          </select>
        </Field>
      )}
      {children}
      <div role="toolbar" aria-label="Move the strip" className={styles.buttons}>
        <Button aria-label="Zoom in" keys="+" onClick={moves.zoomIn}>+</Button>
        <Button aria-label="Zoom out" keys="-" onClick={moves.zoomOut}>−</Button>
        <Button aria-label="Earlier" keys="ArrowLeft" disabled={!moves.canGo(-1)} onClick={moves.earlier}>←</Button>
        <Button aria-label="Later" keys="ArrowRight" disabled={!moves.canGo(1)} onClick={moves.later}>→</Button>
        <Button keys="0" disabled={speedMmPerS !== null} onClick={moves.toPaper}>To scale</Button>
      </div>
      <div className={styles.buttons}>
        <Button keys="k" aria-pressed={hasCalipers} onClick={onCalipers}>Calipers</Button>
        {hasWaves !== null && <Button keys="w" aria-pressed={hasWaves} onClick={onWaves}>P QRS T</Button>}
        <Button onClick={() => setIsMeasuring(true)}>Screen size</Button>
      </div>
      {isMeasuring && <ScreenSizeDialog onClose={() => setIsMeasuring(false)} />}
    </div>
  );
}
