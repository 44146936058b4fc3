import { formatCount, formatPercent } from "../../shared/format.ts";
import styles from "./confusion-cell.module.css";

interface ConfusionCellProps {
  readonly count: number;
  /** of the true class; null where it has no beats */
  readonly share: number | null;
  readonly isRight: boolean;
  /** the cell, said where its row and column are not */
  readonly words: string;
  readonly onPick?: (() => void) | undefined;
}

/** The deepest shade leaves the figures readable in both colour schemes; the faintest still shows: rare mistakes are what is looked for. */
const FAINTEST_PERCENT = 8;
const DEEPEST_PERCENT = 46;

/** One cell of a confusion matrix, the darker the larger its share of the true class. */
export function ConfusionCell({ count, share, isRight, words, onPick }: ConfusionCellProps) {
  const figures = (
    <>
      <b>{formatCount(count)}</b>
      {count > 0 && share !== null && <span>{formatPercent(share)}</span>}
    </>
  );
  const shade = count === 0 || share === null ? 0 : FAINTEST_PERCENT + (DEEPEST_PERCENT - FAINTEST_PERCENT) * share;
  return (
    <td
      className={isRight ? styles.right : styles.wrong}
      style={{ backgroundColor: `color-mix(in srgb, var(${isRight ? "--accent" : "--caution-line"}) ${shade.toFixed(0)}%, var(--card))` }}
    >
      {onPick === undefined || count === 0
        ? <div className={count === 0 ? styles.none : styles.figures}>{figures}</div>
        : <button type="button" className={styles.figures} aria-label={`Show beats: ${words}`} title={words} onClick={onPick}>{figures}</button>}
    </td>
  );
}
