import { useMemo } from "react";
import type { Recording } from "../../../ecg/recording/recording.ts";
import { STRIP_MM, stripPaths, stripX } from "./strip-paths.ts";
import { RIGHT_FROM_S, twelveLeadRows } from "./twelve-lead-rows.ts";
import strip from "./printed-strip.module.css";
import styles from "./printed-twelve-leads.module.css";

/** Twelve leads on ECG paper in true millimetres, six rows of two; nothing of a recording of fewer. */
export function PrintedTwelveLeads({ recording }: { readonly recording: Recording }) {
  const { samplingRateHz } = recording;
  const drawn = useMemo(() => twelveLeadRows(recording)?.map((row) => ({ ...row, paths: stripPaths({ lead: row.lead, samplingRateHz, fromS: 0 }) })), [recording, samplingRateHz]);
  if (drawn === undefined) return null;
  const rightX = stripX({ samplingRateHz, fromS: 0 }, RIGHT_FROM_S * samplingRateHz);
  const isCut = drawn.some(({ paths }) => paths.isCut);
  return (
    <section aria-label="Twelve leads">
      <h3>Twelve leads <small>25 mm/s, 10 mm/mV; left the first {RIGHT_FROM_S.toFixed(1)} s, right the {RIGHT_FROM_S.toFixed(1)} s after{isCut && "; a trace goes beyond the paper"}</small></h3>
      <div className={styles.sheet}>
        {drawn.map(({ left, right, paths: { heightMm, fineGrid, boldGrid, pulse, trace, unusable } }) => (
          <svg key={left} className={styles.row} viewBox={`0 0 ${STRIP_MM.widthMm} ${heightMm}`} width={`${STRIP_MM.widthMm}mm`} height={`${heightMm}mm`} aria-hidden>
            <path className={strip.fine} d={fineGrid} />
            <path className={strip.bold} d={boldGrid} />
            {unusable.filter(({ cause }) => cause !== "missing").map(({ leftMm, widthMm }) => <rect key={leftMm} className={strip.unusable} x={leftMm} width={widthMm} height={heightMm} />)}
            <path className={strip.trace} d={pulse} />
            <path className={strip.trace} d={trace} />
            <text className={styles.name} x={STRIP_MM.pulseMm + 1} y={4}>{left}</text>
            <text className={styles.name} x={rightX + 1} y={4}>{right}</text>
          </svg>
        ))}
      </div>
    </section>
  );
}
