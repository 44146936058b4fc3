import { useMemo, type ReactNode } from "react";
import type { RhythmEvent } from "../../../ecg/rhythm/rhythm-event.ts";
import type { RecordingView } from "../../recording/recording-view.ts";
import { formatClock } from "../../shared/format.ts";
import { StripLabels } from "./strip-labels.tsx";
import { STRIP_MM, STRIP_S, stripPaths, stripX } from "./strip-paths.ts";
import styles from "./printed-strip.module.css";

interface PrintedStripProps {
  readonly view: RecordingView;
  /** of the strip's left end */
  readonly fromS: number;
  /** what the strip shows; null: nothing in particular */
  readonly event: RhythmEvent | null;
  readonly caption: ReactNode;
}

const LABELS_MM = 11;
const FOOT_MM = 5;

/** Some seconds of the lead on ECG paper in true millimetres, with the class of each beat. */
export function PrintedStrip({ view, fromS, event, caption }: PrintedStripProps) {
  const { lead, recording: { samplingRateHz } } = view;
  const { heightMm, fineGrid, boldGrid, pulse, trace, unusable, isCut } = useMemo(() => stripPaths({ lead, samplingRateHz, fromS }), [lead, samplingRateHz, fromS]);
  const size = { width: STRIP_MM.widthMm, height: LABELS_MM + heightMm + FOOT_MM };
  const inPaper = (mm: number) => Math.min(Math.max(mm, STRIP_MM.pulseMm), STRIP_MM.widthMm);
  const seconds = Array.from({ length: Math.floor(STRIP_S) + 1 }, (_, i) => Math.ceil(fromS) + i).filter((timeS) => timeS <= fromS + STRIP_S);
  const bar = event && { left: inPaper(stripX({ samplingRateHz, fromS }, event.startSample)), right: inPaper(stripX({ samplingRateHz, fromS }, event.endSample)) };
  return (
    <figure className={styles.strip}>
      <figcaption>{caption}{isCut && " The trace goes beyond the paper."}</figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} width={`${size.width}mm`} height={`${size.height}mm`} aria-hidden>
        <StripLabels view={view} fromS={fromS} heightMm={LABELS_MM} />
        <svg y={LABELS_MM} width={size.width} height={heightMm} viewBox={`0 0 ${size.width} ${heightMm}`}>
          <path className={styles.fine} d={fineGrid} />
          <path className={styles.bold} d={boldGrid} />
          {unusable.map(({ leftMm, widthMm, cause }) => (
            <g key={leftMm}>
              <rect className={styles.unusable} x={leftMm} width={widthMm} height={heightMm} />
              {widthMm > 14 && <text className={styles.word} x={leftMm + widthMm / 2} y={heightMm - 1.5} textAnchor="middle">{cause}</text>}
            </g>
          ))}
          <path className={styles.trace} d={pulse} />
          <path className={styles.trace} d={trace} />
        </svg>
        <g transform={`translate(0,${LABELS_MM + heightMm})`}>
          {bar !== null && <path className={styles.bar} d={`M${bar.left},0.9H${bar.right}`} />}
          {seconds.map((timeS) => {
            const x = stripX({ samplingRateHz, fromS }, timeS * samplingRateHz);
            return (
              <g key={timeS}>
                <path className={styles.tick} d={`M${x},0v1.2`} />
                <text className={styles.word} x={Math.min(x, STRIP_MM.widthMm - 5)} y={4.2} textAnchor="middle">{formatClock(timeS).replace(/\.0$/, "")}</text>
              </g>
            );
          })}
        </g>
      </svg>
    </figure>
  );
}
