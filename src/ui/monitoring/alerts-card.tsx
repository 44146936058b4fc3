import { useState } from "react";
import { toProblem } from "../../ecg/problem.ts";
import type { Alert } from "../../lifecycle/monitoring/rule.ts";
import { modelName } from "../../models/catalog.ts";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { formatCounted, formatDateTime } from "../shared/format.ts";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";
import { NotificationSwitch } from "./notification-switch.tsx";
import styles from "./monitoring.module.css";

interface AlertsCardProps {
  /** newest first */
  readonly alerts: readonly Alert[];
  readonly trainHref: (modelId: string) => string;
}

/** Seen alerts listed at first; the log has them all. */
const SEEN_LISTED = 5;

/** What the rules raised: those not seen yet first. */
export function AlertsCard({ alerts, trainHref }: AlertsCardProps) {
  const { repository } = useServices();
  const toast = useToast();
  const [areAllShown, setAllShown] = useState(false);
  const unseen = alerts.filter(({ seenAt }) => seenAt === "");
  const seen = alerts.filter(({ seenAt }) => seenAt !== "");
  const listed = [...unseen, ...(areAllShown ? seen : seen.slice(0, SEEN_LISTED))];
  const markSeen = (alert: Alert) => void repository.monitoring.markSeen(alert.id).catch((cause: unknown) => toast({ message: toProblem(cause).sentence }));
  return (
    <Card heading="Alerts" note={unseen.length === 0 ? "none to look at" : `${formatCounted(unseen.length, "alert")} to look at`}>
      {listed.length === 0 ? <p className={styles.note}>No rule has been broken. Rules are set below, for each model.</p> : (
        <ul className={styles.list}>
          {listed.map((alert) => (
            <li key={alert.id} className={`${styles.item} ${alert.seenAt === "" ? styles.new : ""}`}>
              <div>
                <p>{alert.sentence}</p>
                <p className={styles.note}>{formatDateTime(alert.at)}{alert.endedAt === undefined ? "" : `; the rule holds again since ${formatDateTime(alert.endedAt)}`}</p>
              </div>
              <div className={styles.actions}>
                {alert.actions.includes("suggest-retraining") && <a href={trainHref(alert.modelId)}>Retrain {modelName(alert.modelId)}</a>}
                {alert.seenAt === "" ? <Button onClick={() => markSeen(alert)}>Seen</Button> : <span className={styles.note}>seen {formatDateTime(alert.seenAt)}</span>}
              </div>
            </li>
          ))}
        </ul>
      )}
      {seen.length > SEEN_LISTED && !areAllShown && <Button variant="link" onClick={() => setAllShown(true)}>Show all {formatCounted(alerts.length, "alert")}</Button>}
      <NotificationSwitch />
    </Card>
  );
}
