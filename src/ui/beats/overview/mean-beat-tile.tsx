import { formatCount, formatCounted } from "../../shared/format.ts";
import { amplitudeTicks, type BeatTime } from "../beat/beat-axes.ts";
import { ClassMark } from "../gallery/class-mark.tsx";
import type { AmplitudeRange } from "../gallery/wave-path.ts";
import type { ClassSummary } from "./class-summaries.ts";
import { MeanBeatPanel } from "./mean-beat-panel.tsx";
import styles from "./mean-beat-tile.module.css";

interface MeanBeatTileProps {
  readonly summary: ClassSummary;
  readonly time: BeatTime;
  readonly range: AmplitudeRange;
  readonly width: number;
}

const AXIS_PX = 32;
const GAP_PX = 10;
const HEIGHT = 132;
const TOP = 6;
const BOTTOM = 18;

/** One class: its true and its predicted mean beat side by side, with one amplitude axis. */
export function MeanBeatTile({ summary: { beatClass, isAnomalous, truth, predicted }, time, range, width }: MeanBeatTileProps) {
  const sides = [
    ...(truth === null ? [] : [{ kind: "true" as const, beats: truth }]),
    ...(predicted === null ? [] : [{ kind: "predicted" as const, beats: predicted }]),
  ];
  const panelWidth = Math.max((width - 1 - AXIS_PX - GAP_PX * (sides.length - 1)) / sides.length, 1);
  const plotHeight = HEIGHT - TOP - BOTTOM;
  const yOf = (value: number) => (1 - (value - range.low) / (range.high - range.low)) * plotHeight;
  const ticks = amplitudeTicks(range, 5).map(({ at, label }) => ({ y: yOf(at), label }));
  const words = sides.map(({ kind, beats }) => `${kind} ${formatCounted(beats.count, "beat")}`).join(", ");
  return (
    <figure className={styles.tile}>
      <figcaption className={styles.caption}>
        <span className={styles.name} title={beatClass.name}><b>{beatClass.code}</b> {beatClass.name}</span>
        <span className={styles.sides} style={{ paddingLeft: AXIS_PX, gap: GAP_PX }}>
          {sides.map(({ kind, beats }) => (
            <span key={kind}><ClassMark kind={kind} code={kind} isAnomalous={isAnomalous} /><small>{formatCount(beats.count)}</small></span>
          ))}
        </span>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} role="img" aria-label={`Mean beat of class ${beatClass.code}: ${words}`}>
        <g transform={`translate(0,${TOP})`}>
          {ticks.map(({ y, label }) => <text key={label} x={AXIS_PX - 5} y={y + 4} textAnchor="end" className={styles.tick}>{label}</text>)}
          {sides.map(({ kind, beats }, i) => (
            <g key={kind} transform={`translate(${AXIS_PX + i * (panelWidth + GAP_PX)},0)`}>
              <MeanBeatPanel kind={kind} mean={beats.mean} isAnomalous={isAnomalous} time={time} size={{ width: panelWidth, height: plotHeight }} yOf={yOf} gridYs={ticks.map(({ y }) => y)} />
            </g>
          ))}
        </g>
      </svg>
    </figure>
  );
}
