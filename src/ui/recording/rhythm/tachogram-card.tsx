import { useMemo, useState } from "react";
import { CLASSES } from "../../../ecg/beats/classes.ts";
import { useWidth } from "../../result/use-width.ts";
import { Card } from "../../shared/card.tsx";
import { InlineChoice } from "../../shared/inline-choice.tsx";
import type { RecordingFocus, RecordingView } from "../recording-view.ts";
import { spanAround } from "../time-span.ts";
import { intervalWords } from "./interval-words.ts";
import { TachogramLegend } from "./tachogram-legend.tsx";
import { intervalOfBeat } from "./tachogram-pick.ts";
import { TachogramPlot } from "./tachogram-plot.tsx";
import { TACHOGRAM_UNITS, type TachogramUnit } from "./tachogram-scale.ts";
import styles from "./tachogram-card.module.css";

interface TachogramCardProps {
  readonly view: RecordingView;
  readonly focus: RecordingFocus;
}

const UNIT_WORDS: Readonly<Record<TachogramUnit, string>> = { rate: "beats per minute", interval: "RR interval in ms" };
const UNITS = TACHOGRAM_UNITS.map((value) => ({ value, label: UNIT_WORDS[value] }));
const WINDOWS = [{ widthS: 3600, words: "1 hour" }, { widthS: 600, words: "10 minutes" }, { widthS: 60, words: "1 minute" }] as const;

/** RR intervals over the whole recording, or over a part of it around the strip. */
export function TachogramCard({ view, focus }: TachogramCardProps) {
  const { rr, labels, recording } = view;
  const [ref, width] = useWidth();
  const [unit, setUnit] = useState<TachogramUnit>("rate");
  const [windowS, setWindowS] = useState<number | null>(null);
  const durationS = recording.sampleCount / recording.samplingRateHz;
  const middleS = (focus.span.fromS + focus.span.toS) / 2;
  const span = useMemo(() => (windowS === null ? { fromS: 0, toS: durationS } : spanAround(middleS, windowS, durationS)), [windowS, middleS, durationS]);
  const picked = focus.beat === null ? null : intervalOfBeat(rr, focus.beat);

  return (
    <Card heading="Tachogram" note={`${UNIT_WORDS[unit]}, over time`}>
      <div className={styles.tools}>
        <InlineChoice legend="Up" options={UNITS} value={unit} onPick={setUnit} />
        <label>
          Shown
          <select value={windowS ?? "whole"} onChange={({ target: { value } }) => setWindowS(value === "whole" ? null : Number(value))}>
            <option value="whole">the whole recording</option>
            {WINDOWS.filter(({ widthS }) => widthS < durationS).map(({ widthS, words }) => <option key={widthS} value={widthS}>{words} around the strip</option>)}
          </select>
        </label>
      </div>
      <div ref={ref} className={styles.plot}>
        {width > 0 && <TachogramPlot view={view} focus={focus} span={span} unit={unit} width={width} />}
      </div>
      <TachogramLegend rr={rr} />
      <p role="status" className={styles.picked}>
        {picked === null
          ? "Pick an interval, by hand or with the arrow keys, to bring its beat into the strip (tab Strip)."
          : `In the strip (tab Strip): ${intervalWords(rr, picked, CLASSES.aami[labels.current[rr.endBeat[picked]]].code)}.`}
      </p>
    </Card>
  );
}
