import { Button } from "../../shared/button.tsx";
import { Card } from "../../shared/card.tsx";
import { formatCounted } from "../../shared/format.ts";
import styles from "./heart-rate-card.module.css";

interface HeartRateCardProps {
  /** RR intervals counted */
  readonly intervals: number;
  /** null: it cannot be checked */
  readonly onCheck: (() => void) | null;
}

/** The way from a recording to the check of its heart rate. */
export function HeartRateCard({ intervals, onCheck }: HeartRateCardProps) {
  return (
    <Card heading="Heart-rate check">
      <div className={styles.row}>
        <Button disabled={onCheck === null} onClick={() => onCheck?.()}>Check the heart rate of this recording</Button>
        <p>
          {onCheck !== null && `Opens the Check screen with the heart rate of these beats (${formatCounted(intervals, "RR interval")}) as its table, to be searched by a heart-rate detector. This result stays in History.`}
          {onCheck === null && (intervals === 0
            ? "There is no heart rate to check: no two R peaks follow each other in a usable stretch."
            : "The heart rate of this result cannot be checked from here: open its file on the Check screen again.")}
        </p>
      </div>
    </Card>
  );
}
