import styles from "./plot-overlay.module.css";

interface PlotTooltipProps {
  readonly facts: readonly string[];
  readonly x: number;
  readonly y: number;
  /** of the plot: the tooltip opens to the side with more room */
  readonly width: number;
}

/** What is known of the point shown, beside it. */
export function PlotTooltip({ facts: [moment, ...facts], x, y, width }: PlotTooltipProps) {
  const side = x < width / 2 ? { left: x + 14 } : { right: width - x + 14 };
  return (
    <div className={styles.tooltip} style={{ ...side, top: Math.max(y - 20, 4) }}>
      <b>{moment}</b>
      {facts.map((fact) => <span key={fact}>{fact}</span>)}
    </div>
  );
}
