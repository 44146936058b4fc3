import { useMemo } from "react";
import { CLASSES, NORMAL } from "../../../ecg/beats/classes.ts";
import { clockTime } from "../../recording/clock-time.ts";
import type { RecordingView } from "../../recording/recording-view.ts";
import { formatCounted } from "../../shared/format.ts";
import { disclosure, DISCLOSURE_MM, disclosureX, ROW_S } from "./disclosure-rows.ts";
import styles from "./full-disclosure.module.css";

const WIDTH_MM = DISCLOSURE_MM.labelMm + DISCLOSURE_MM.plotMm;

/** The whole recording, a minute a row, with the beats that are not normal; nothing of one that is too long for a page. */
export function FullDisclosure({ view: { lead, beats: { peakSample }, labels: { current }, recording: { samplingRateHz } } }: { readonly view: RecordingView }) {
  const drawn = useMemo(() => disclosure(lead, samplingRateHz), [lead, samplingRateHz]);
  const abnormal = useMemo(() => Array.from(peakSample.keys()).filter((beat) => current[beat] !== NORMAL), [peakSample, current]);
  if (drawn === null) return null;
  const { rows, gainMmPerMv } = drawn;
  const heightMm = rows.length * DISCLOSURE_MM.rowMm + 3;
  return (
    <section className={styles.disclosure} aria-label="The whole recording">
      <h3>The whole recording <small>lead {lead.name}, {formatCounted(ROW_S, "second")} a row, {gainMmPerMv} mm/mV; letters: beats that are not N</small></h3>
      <svg viewBox={`0 -3 ${WIDTH_MM} ${heightMm}`} width={`${WIDTH_MM}mm`} height={`${heightMm}mm`} aria-hidden>
        {rows.map(({ fromS, path }, row) => (
          <g key={fromS} transform={`translate(0,${row * DISCLOSURE_MM.rowMm})`}>
            <text className={styles.time} x={0} y={DISCLOSURE_MM.baselineMm + 1}>{clockTime(fromS)}</text>
            <path className={styles.trace} d={path} />
          </g>
        ))}
        {abnormal.map((beat) => (
          <text key={beat} className={styles.letter} x={disclosureX(peakSample[beat], samplingRateHz)} y={Math.floor(peakSample[beat] / samplingRateHz / ROW_S) * DISCLOSURE_MM.rowMm - 0.2} textAnchor="middle">
            {CLASSES.aami[current[beat]].code}
          </text>
        ))}
      </svg>
    </section>
  );
}
