import { TEMPLATE_WINDOW } from "../../../ecg/recording/recording-beats.ts";
import { amplitudeTicks } from "../../beats/beat/beat-axes.ts";
import { linePath } from "../../beats/beat/beat-paths.ts";
import type { AmplitudeRange } from "../../beats/gallery/wave-path.ts";
import type { TemplateCurve } from "./template-curves.ts";
import styles from "./template-figure.module.css";

interface TemplateFigureProps {
  readonly curve: TemplateCurve;
  /** common to all groups */
  readonly scale: AmplitudeRange;
  /** a beat drawn over the others */
  readonly picked: Float32Array | null;
}

const SIZE = { width: 216, height: 116 };
const PLOT = { left: 28, top: 4, width: 184, height: 96 };
const TICKS_WANTED = 4;
const TICK_EVERY_MS = 200;

/** Mean beat and some of the beats of a group, in mV and in ms from the R peak. */
export function TemplateFigure({ curve: { mean, members }, scale, picked }: TemplateFigureProps) {
  const { beforeMs, afterMs, targetRateHz } = TEMPLATE_WINDOW;
  const xOfMs = (ms: number) => PLOT.left + ((ms + beforeMs) / (beforeMs + afterMs)) * PLOT.width;
  const yOf = (mv: number) => PLOT.top + (1 - (mv - scale.low) / (scale.high - scale.low)) * PLOT.height;
  const line = (samples: Float32Array) => linePath(samples, { xOf: (sample) => xOfMs((sample * 1000) / targetRateHz - beforeMs), yOf });
  const amplitudes = amplitudeTicks(scale, TICKS_WANTED);
  const moments = Array.from({ length: Math.floor((beforeMs + afterMs) / TICK_EVERY_MS) + 1 }, (_, i) => (i - Math.floor(beforeMs / TICK_EVERY_MS)) * TICK_EVERY_MS).filter((ms) => ms <= afterMs);
  return (
    <div className={styles.box}>
      <svg className={styles.figure} viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} aria-hidden>
        <path className={styles.grid} d={[...amplitudes.map(({ at }) => `M${PLOT.left},${yOf(at)}h${PLOT.width}`), ...moments.map((ms) => `M${xOfMs(ms)},${PLOT.top}v${PLOT.height}`)].join("")} />
        {amplitudes.map(({ at, label }) => <text key={label} className={styles.tick} x={PLOT.left - 4} y={yOf(at) + 3} textAnchor="end">{label.replace("-", "−")}</text>)}
        {moments.map((ms) => <text key={ms} className={styles.tick} x={xOfMs(ms)} y={SIZE.height - 5} textAnchor="middle">{String(ms).replace("-", "−")}</text>)}
        <svg x={PLOT.left} y={PLOT.top} width={PLOT.width} height={PLOT.height} viewBox={`${PLOT.left} ${PLOT.top} ${PLOT.width} ${PLOT.height}`}>
          <path className={styles.members} data-alone={mean === null || undefined} d={members.map(line).join("")} />
          {mean !== null && <path className={styles.mean} d={line(mean)} />}
          {picked !== null && <path className={styles.picked} d={line(picked)} />}
        </svg>
      </svg>
    </div>
  );
}
