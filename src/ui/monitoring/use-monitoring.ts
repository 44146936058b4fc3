import { useLiveQuery } from "dexie-react-hooks";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import type { MonitoredCheck } from "../../lifecycle/monitoring/monitored-check.ts";
import type { Alert, MonitoringRule } from "../../lifecycle/monitoring/rule.ts";
import type { Suspension } from "../../lifecycle/registry/model-version.ts";
import type { Settings } from "../../lifecycle/settings.ts";
import { useServices } from "../shared/services.ts";
import { monitoredChecks } from "./monitored-checks.ts";

/** Everything that the monitoring screen shows, as it is stored now. */
export interface Monitoring {
  /** newest first */
  readonly checks: readonly MonitoredCheck[];
  readonly rules: readonly MonitoringRule[];
  /** newest first */
  readonly alerts: readonly Alert[];
  readonly suspensions: readonly Suspension[];
  readonly settings: Settings;
}

export type StoredMonitoring = { readonly kind: "reading" } | { readonly kind: "read"; readonly monitoring: Monitoring } | { readonly kind: "failed"; readonly problem: Problem };

export function useMonitoring(): StoredMonitoring {
  const { repository } = useServices();
  const stored = useLiveQuery(async (): Promise<StoredMonitoring> => {
    try {
      const [checks, rules, alerts, suspensions, settings] = await Promise.all([
        monitoredChecks(repository), repository.monitoring.rules(), repository.monitoring.alerts(), repository.registry.suspensions(), repository.settings.all(),
      ]);
      return { kind: "read", monitoring: { checks, rules, alerts, suspensions, settings } };
    } catch (cause) {
      return { kind: "failed", problem: toProblem(cause) };
    }
  }, [repository]);
  return stored ?? { kind: "reading" };
}
