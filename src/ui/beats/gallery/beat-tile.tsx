import { memo } from "react";
import { samplesOf } from "../../../ecg/beats/table.ts";
import { formatCount } from "../../shared/format.ts";
import type { BeatView } from "../beat-view.ts";
import { beatFacts, formatFigure, tileWords, type Figure } from "./beat-words.ts";
import { ClassMark } from "./class-mark.tsx";
import { wavePath, type AmplitudeRange } from "./wave-path.ts";
import styles from "./beat-tile.module.css";

interface BeatTileProps {
  readonly view: BeatView;
  readonly beat: number;
  /** 0-based, within its row */
  readonly column: number;
  readonly widthPx: number;
  readonly range: AmplitudeRange;
  readonly figure: Figure;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
}

const WAVE_HEIGHT = 54;
/** Room for the line's own width. */
const INSET = 2;

/** One beat of the gallery. The grid around it handles its keys and clicks: `data-beat` says which it is, `data-select` where a click selects. */
export const BeatTile = memo(function BeatTile({ view, beat, column, widthPx, range, figure, isSelected, isTabStop }: BeatTileProps) {
  const { truth, predicted, relabelled, isWrong } = beatFacts(view, beat);
  const waveWidth = widthPx - 16;
  return (
    <div
      role="gridcell"
      aria-colindex={column + 1}
      aria-selected={isSelected}
      aria-label={tileWords(view, beat)}
      tabIndex={isTabStop ? 0 : -1}
      data-beat={beat}
      data-wrong={isWrong || undefined}
      className={styles.tile}
      style={{ width: widthPx }}
    >
      <span className={styles.top}>
        <span className={styles.select} data-select><span className={styles.box} /></span>
        <span className={styles.number}>{formatCount(beat + 1)}</span>
        <span className={styles.figure}>{formatFigure(view, beat, figure)}</span>
      </span>
      <svg className={styles.wave} width={waveWidth} height={WAVE_HEIGHT} aria-hidden>
        <path transform={`translate(0,${INSET})`} d={wavePath(samplesOf(view.check.beats, beat), { width: waveWidth, height: WAVE_HEIGHT - 2 * INSET, range })} />
      </svg>
      <span className={styles.marks}>
        {view.fileClasses !== null && <ClassMark kind="true" code={truth?.code ?? null} isAnomalous={truth?.isAnomalous ?? false} />}
        {truth !== null && <span className={styles.relation}>{isWrong ? "≠" : "="}</span>}
        <ClassMark kind="predicted" code={predicted.code} isAnomalous={predicted.isAnomalous} />
        {relabelled !== null && <span className={styles.relabel}><ClassMark kind="relabelled" code={relabelled.code} isAnomalous={relabelled.isAnomalous} /></span>}
      </span>
    </div>
  );
});
