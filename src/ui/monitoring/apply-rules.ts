import type { Repository } from "../../db/repository.ts";
import type { Alert, MonitoringRule } from "../../lifecycle/monitoring/rule.ts";
import { ruleStep } from "../../lifecycle/monitoring/rule-state.ts";
import { alertSentence, brokenClause } from "../../lifecycle/monitoring/rule-words.ts";
import { modelName } from "../../models/catalog.ts";
import { monitoredChecks } from "./monitored-checks.ts";

export type RuleRepository = Pick<Repository, "listChecks" | "allVerdicts" | "allRelabels" | "beatOutputsOf" | "monitoring" | "registry">;

/** Judges every rule by the checks as they are saved now, raises and ends alerts, and suspends what a rule says is to be suspended. Gives the alerts raised. One call at a time. */
export async function applyRules(repository: RuleRepository): Promise<readonly Alert[]> {
  const rules = await repository.monitoring.rules();
  if (rules.every(({ isOn }) => !isOn)) return [];
  const [checks, alerts] = [await monitoredChecks(repository), await repository.monitoring.alerts()];
  const raised: Alert[] = [];
  for (const rule of rules) {
    const step = ruleStep(rule, checks, alerts);
    if (step.kind === "end") for (const { id } of step.alerts) await repository.monitoring.endAlert(id);
    if (step.kind === "raise") raised.push(await raise(rule, step, repository));
  }
  return raised;
}

async function raise(rule: MonitoringRule, { value, version }: { readonly value: number; readonly version: number }, { monitoring, registry }: RuleRepository): Promise<Alert> {
  const { id: ruleId, modelId, metric, threshold, actions } = rule;
  const at = new Date().toISOString();
  const broken = { value, version, modelName: modelName(modelId) };
  const sentence = alertSentence(rule, broken);
  const alert: Alert = { id: crypto.randomUUID(), ruleId, modelId, version, at, metric, value, threshold, sentence, actions, seenAt: "" };
  await monitoring.raise(alert);
  if (actions.includes("suspend")) await registry.suspend({ modelId, version, at, why: brokenClause(rule, broken) });
  return alert;
}
