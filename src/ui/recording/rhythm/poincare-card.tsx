import { useMemo } from "react";
import { poincareEllipse, poincarePairs } from "../../../ecg/rhythm/poincare.ts";
import { useWidth } from "../../result/use-width.ts";
import { Card } from "../../shared/card.tsx";
import { formatCounted, formatFixed } from "../../shared/format.ts";
import { firstFrom } from "../../shared/sorted-search.ts";
import type { RecordingFocus, RecordingView } from "../recording-view.ts";
import { pairWords } from "./interval-words.ts";
import { PoincarePlot } from "./poincare-plot.tsx";
import chart from "./chart.module.css";
import styles from "./poincare-plot.module.css";

interface PoincareCardProps {
  readonly view: Pick<RecordingView, "rr" | "variability">;
  readonly focus: RecordingFocus;
}

/** Each RR interval against the next; a pair picked is shown in the strip. */
export function PoincareCard({ view: { rr, variability }, focus }: PoincareCardProps) {
  const [ref, width] = useWidth();
  const pairs = useMemo(() => poincarePairs(rr), [rr]);
  const ellipse = useMemo(() => poincareEllipse(pairs, variability), [pairs, variability]);
  const nnPairs = useMemo(() => pairs.isNormal.reduce((sum, own) => sum + own, 0), [pairs]);
  const near = focus.beat === null ? -1 : firstFrom(pairs.beat, focus.beat);
  const picked = near >= 0 && pairs.beat[near] === focus.beat ? near : null;
  return (
    <Card heading="Poincaré plot" note="each RR interval against the next, ms">
      <div ref={ref} className={chart.chart}>
        {width > 0 && <PoincarePlot rr={rr} focus={focus} pairs={pairs} ellipse={ellipse} picked={picked} width={width} />}
      </div>
      <p role="status" className={styles.picked}>
        {picked === null ? "Pick a pair, by hand or with the arrow keys, to bring its beat into the strip." : `In the strip: ${pairWords(pairs, picked, rr)}.`}
      </p>
      <p className={styles.caption}>
        {formatCounted(nnPairs, "NN pair")}: dots, the darker the more; {formatCounted(pairs.beat.length - nnPairs, "other pair")}: crosses; beyond the scale: at its edge.{" "}
        {ellipse === null
          ? "SD1 and SD2 need more NN intervals (see the figures)."
          : `Ellipse: SD1 ${formatFixed(ellipse.sd1Ms, 1)} ms across the line of identity, SD2 ${formatFixed(ellipse.sd2Ms, 1)} ms along it, about the mean NN pair.`}
      </p>
    </Card>
  );
}
