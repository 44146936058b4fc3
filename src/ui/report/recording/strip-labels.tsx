import { CLASSES, NORMAL } from "../../../ecg/beats/classes.ts";
import type { RecordingView } from "../../recording/recording-view.ts";
import { placeLabels } from "../../recording/viewer/beats/beat-labels.ts";
import { CLASS_SHAPES, RELABELLED_PATH } from "../../recording/viewer/beats/class-shapes.ts";
import { STRIP_S, stripX } from "./strip-paths.ts";
import styles from "./strip-labels.module.css";

interface StripLabelsProps {
  readonly view: RecordingView;
  /** of the strip's left end */
  readonly fromS: number;
  /** of the lane above the paper */
  readonly heightMm: number;
}

/** A pixel of the screen's labels on paper: letters of 2.5 mm. */
const MM_PER_PX = 0.23;

/** The class of each beat above a printed strip, letter and shape as in the viewer. */
export function StripLabels({ view: { labels, beats: { peakSample }, recording: { samplingRateHz } }, fromS, heightMm }: StripLabelsProps) {
  const placed = placeLabels({
    labels, peakSample, fromSample: Math.ceil(fromS * samplingRateHz), toSample: (fromS + STRIP_S) * samplingRateHz,
    xOfSample: (sample) => stripX({ samplingRateHz, fromS }, sample) / MM_PER_PX,
  });
  return (
    <g transform={`translate(0,${heightMm}) scale(${MM_PER_PX})`}>
      {placed.map(({ beat, xPx, classIndex, isRelabelled, truth, isLettered }) => {
        const { path, isFilled, isDashed } = CLASS_SHAPES[classIndex];
        if (!isLettered) return <path key={beat} className={styles.shape} d={`M${xPx},-3v-7`} />;
        return (
          <g key={beat} className={styles.label} transform={`translate(${xPx},-16)`} data-abnormal={classIndex !== NORMAL || undefined} data-relabelled={isRelabelled || undefined} data-filled={isFilled || undefined}>
            {path !== "" && <path className={styles.shape} d={path} strokeDasharray={isDashed ? "2 2" : undefined} />}
            <text y={4} textAnchor="middle">{CLASSES.aami[classIndex].code}</text>
            {isRelabelled && <path className={styles.under} d={RELABELLED_PATH} />}
            {truth !== null && (
              <g className={styles.truth} transform="translate(0,-19)">
                <path d="M-9,-3.5L-2,3.5M-2,-3.5L-9,3.5" />
                <text x={5} y={4} textAnchor="middle">{CLASSES.aami[truth].code}</text>
              </g>
            )}
          </g>
        );
      })}
    </g>
  );
}
