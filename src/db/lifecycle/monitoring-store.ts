import type { Session } from "../../lifecycle/accounts/account.ts";
import type { Alert, MonitoringRule } from "../../lifecycle/monitoring/rule.ts";
import type { IsolineDatabase } from "../database.ts";
import { explained } from "../explained.ts";
import { permitted } from "../permitted.ts";
import { readable } from "../readable.ts";
import type { ActivityLog } from "./activity-log.ts";

/** The site's rules and the alerts that they raised. */
export function createMonitoringStore(db: IsolineDatabase, { logged }: ActivityLog, session: Session) {
  return {
    /** Live. */
    rules: (): Promise<MonitoringRule[]> => explained(readable(db.rules, () => db.rules.toCollection()).then(({ records }) => records)),

    /** Adds or replaces a rule; `what` says it for the log. */
    putRule: permitted(session, "set rules and lift suspensions", (rule: MonitoringRule, what: string): Promise<void> =>
      logged([db.rules], () => db.rules.put(rule), () => ({ action: "rule", what, modelId: rule.modelId, details: { rule: rule.id } })).then(() => undefined)),

    removeRule: permitted(session, "set rules and lift suspensions", (rule: MonitoringRule, what: string): Promise<void> =>
      logged([db.rules], () => db.rules.delete(rule.id), () => ({ action: "rule", what, modelId: rule.modelId, details: { rule: rule.id } }))),

    /** Newest first: live. */
    alerts: (): Promise<Alert[]> => explained(readable(db.alerts, () => db.alerts.toCollection()).then(({ records }) => records.sort((a, b) => b.at.localeCompare(a.at)))),

    raise: (alert: Alert): Promise<void> =>
      logged([db.alerts], () => db.alerts.add(alert), () => ({ action: "alert", what: alert.sentence, modelId: alert.modelId, details: { rule: alert.ruleId, value: alert.value, threshold: alert.threshold } })).then(() => undefined),

    /** The rule holds again: the next time it is broken is another alert. */
    endAlert: (alertId: string): Promise<void> => explained(db.alerts.update(alertId, { endedAt: new Date().toISOString() }).then(() => undefined)),

    markSeen: (alertId: string): Promise<void> => explained(db.alerts.update(alertId, { seenAt: new Date().toISOString() }).then(() => undefined)),
  };
}
