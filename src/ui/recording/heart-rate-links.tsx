import type { HeartRateCheckRecord } from "../../db/records.ts";
import { modelName } from "../../models/catalog.ts";
import { formatDateTime } from "../shared/format.ts";
import styles from "./recording-result-view.module.css";

interface HeartRateLinksProps {
  readonly checks: readonly HeartRateCheckRecord[];
  readonly hrefOf: (checkId: string) => string;
}

/** The ways back from a recording to the checks of its heart rate, each at the moment in the strip. */
export function HeartRateLinks({ checks, hrefOf }: HeartRateLinksProps) {
  if (checks.length === 0) return null;
  return (
    <p className={styles.summary}>
      Its heart rate at this moment, as checked by{" "}
      {checks.map(({ id, detectorId, createdAt }, i) => (
        <span key={id}>{i > 0 && ", "}<a href={hrefOf(id)} title={formatDateTime(createdAt)}>{modelName(detectorId)}</a></span>
      ))}.
    </p>
  );
}
