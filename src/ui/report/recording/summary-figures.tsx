import { rateSummary } from "../../../ecg/rhythm/rate-summary.ts";
import type { RecordingView } from "../../recording/recording-view.ts";
import { intervalRows } from "../../recording/rhythm/interval-rows.ts";
import { variabilityRows } from "../../recording/rhythm/variability-rows.ts";
import { formatCount, formatFixed, NO_VALUE } from "../../shared/format.ts";
import report from "../report.module.css";
import styles from "./recording-report.module.css";

interface Figure {
  readonly name: string;
  readonly text: string;
  readonly more?: string;
}

/** Rate, variability and intervals of the whole recording; a dash where there is too little to tell. */
export function SummaryFigures({ view: { rr, variability, intervals, beats } }: { readonly view: RecordingView }) {
  const { meanBpm, slowest, fastest } = rateSummary(rr);
  const rate = (bpm: number | undefined) => formatFixed(bpm ?? null, 0);
  const figures: readonly Figure[] = [
    { name: "Beats", text: formatCount(beats.peakSample.length) },
    { name: "Mean rate, /min", text: rate(meanBpm ?? undefined) },
    { name: "Slowest, /min", text: rate(slowest?.rateBpm) },
    { name: "Fastest, /min", text: rate(fastest?.rateBpm) },
    ...variabilityRows(variability).map(({ name, figure }) => ({ name, text: figure.kind === "value" ? figure.text : NO_VALUE })),
    ...intervalRows(intervals).map(({ name, measure }) => (measure === null ? { name, text: NO_VALUE } : { name, text: `${measure.median} ms`, more: `quartiles ${measure.quartiles}` })),
  ];
  return (
    <section aria-label="Figures">
      <dl className={`${report.figures} ${styles.figures}`}>
        {figures.map(({ name, text, more }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}{more !== undefined && <small>{more}</small>}</dd>
          </div>
        ))}
      </dl>
      <p className={report.note}>
        Slowest and fastest: mean of RR intervals in a row. NN intervals: {formatCount(variability.nnIntervals)}, left out as ectopic or outlying: {formatCount(variability.leftOut)}. Intervals: median and quartiles over beats that are not ectopic.
      </p>
    </section>
  );
}
