import { useMemo } from "react";
import { RATE_EVENT_DEFAULTS } from "../../../ecg/rhythm/rate-events.ts";
import { rateSummary, type RateExtreme } from "../../../ecg/rhythm/rate-summary.ts";
import { Button } from "../../shared/button.tsx";
import { Card } from "../../shared/card.tsx";
import { formatCount, formatFixed } from "../../shared/format.ts";
import { clockTime } from "../clock-time.ts";
import type { RecordingFocus, RecordingView } from "../recording-view.ts";
import { FigureRows } from "./figure-rows.tsx";
import styles from "./quiet.module.css";
import { variabilityRows } from "./variability-rows.ts";

interface RateCardProps {
  readonly view: Pick<RecordingView, "rr" | "variability" | "recording">;
  readonly focus: RecordingFocus;
}

const { rateIntervals } = RATE_EVENT_DEFAULTS;

/** Heart rate, and how it varies from beat to beat. */
export function RateCard({ view: { rr, variability, recording }, focus }: RateCardProps) {
  const { meanBpm, slowest, fastest } = useMemo(() => rateSummary(rr), [rr]);
  const { nnIntervals, leftOut } = variability;

  function extreme(found: RateExtreme | null) {
    if (found === null) return <span className={styles.quiet}>needs {rateIntervals + 1} beats in a row</span>;
    const { rateBpm, firstBeat } = found;
    const time = clockTime(rr.peakSample[firstBeat] / recording.samplingRateHz);
    return <>{formatFixed(rateBpm, 1)}/min at <Button variant="link" aria-label={`Show ${time} in the strip`} onClick={() => focus.pickBeat(firstBeat)}>{time}</Button></>;
  }

  return (
    <Card heading="Heart rate and its variability" note={`${formatCount(nnIntervals)} NN intervals, ${formatCount(leftOut)} others left out`}>
      <FigureRows rows={[
        { name: "Mean rate", meaning: "60 / mean of all RR intervals", figure: meanBpm === null ? <span className={styles.quiet}>no RR intervals</span> : `${formatFixed(meanBpm, 1)}/min` },
        { name: "Slowest", meaning: `over ${rateIntervals + 1} beats`, figure: extreme(slowest) },
        { name: "Fastest", meaning: `over ${rateIntervals + 1} beats`, figure: extreme(fastest) },
        ...variabilityRows(variability).map(({ name, meaning, figure }) => ({
          name, meaning, figure: figure.kind === "value" ? figure.text : <span className={styles.quiet}>{figure.reason}</span>,
        })),
      ]} />
    </Card>
  );
}
