import { memo } from "react";
import { intervalKind, INTERVAL_KINDS } from "../../../ecg/rhythm/tachogram.ts";
import type { RrSeries } from "../../../ecg/rhythm/rr-series.ts";
import { formatCount } from "../../shared/format.ts";
import { Legend } from "../../shared/legend.tsx";
import { KIND_WORDS } from "./interval-words.ts";
import chart from "./chart.module.css";
import styles from "./tachogram-legend.module.css";

const SHAPES = { nn: "M-7,0H7", ectopic: "M0,-4.5l4.5,8h-9Z", outlier: "M-3,-3l6,6m0,-6l-6,6" } as const;

/** What the marks of the tachogram are, and how many intervals of each kind there are. */
export const TachogramLegend = memo(function TachogramLegend({ rr }: { readonly rr: RrSeries }) {
  const counts = { nn: 0, ectopic: 0, outlier: 0 };
  for (const interval of rr.endBeat.keys()) counts[intervalKind(rr, interval)]++;
  return (
    <Legend>
      {INTERVAL_KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
        <li key={kind}>
          <svg width="16" height="12" viewBox="-8 -6 16 12" aria-hidden><path d={SHAPES[kind]} className={chart[kind]} /></svg>
          {KIND_WORDS[kind]} ({formatCount(counts[kind])})
        </li>
      ))}
      <li><svg width="16" height="12" viewBox="-8 -6 16 12" aria-hidden><rect x="-6" y="-6" width="12" height="12" className={styles.band} /></svg>in the strip</li>
    </Legend>
  );
});
