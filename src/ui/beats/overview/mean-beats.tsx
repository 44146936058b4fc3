import { useMemo } from "react";
import { useWidth } from "../../result/use-width.ts";
import type { BeatTime } from "../beat/beat-axes.ts";
import type { ClassSummary } from "./class-summaries.ts";
import { MeanBeatTile } from "./mean-beat-tile.tsx";
import { sharedRange } from "./mean-beat-range.ts";
import styles from "./mean-beats.module.css";

interface MeanBeatsProps {
  readonly summaries: readonly ClassSummary[];
  readonly time: BeatTime;
}

const LEAST_TILE_PX = { both: 330, one: 190 } as const;
const GAP_PX = 18;

/** The mean beat of each class with a band of one standard deviation, true beside predicted, all on one scale. */
export function MeanBeats({ summaries, time }: MeanBeatsProps) {
  const [ref, width] = useWidth();
  const range = useMemo(() => sharedRange(summaries), [summaries]);
  const isBoth = ({ truth, predicted }: ClassSummary) => truth !== null && predicted !== null;
  const rows = [
    { least: LEAST_TILE_PX.both, shown: summaries.filter(isBoth) },
    { least: LEAST_TILE_PX.one, shown: summaries.filter((summary) => !isBoth(summary)) },
  ];
  return (
    <div ref={ref} className={styles.rows}>
      {width > 0 && rows.filter(({ shown }) => shown.length > 0).map(({ least, shown }) => {
        const columns = Math.max(1, Math.min(shown.length, Math.floor((width + GAP_PX) / (least + GAP_PX))));
        return (
          <ul key={least} className={styles.tiles} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`, columnGap: GAP_PX }}>
            {shown.map((summary) => (
              <li key={summary.beatClass.code}>
                <MeanBeatTile summary={summary} time={time} range={range} width={Math.floor((width - (columns - 1) * GAP_PX) / columns)} />
              </li>
            ))}
          </ul>
        );
      })}
    </div>
  );
}
