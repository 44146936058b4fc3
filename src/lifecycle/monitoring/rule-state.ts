import { hasFigure, pooledFigure, type MonitoredCheck } from "./monitored-check.ts";
import type { Alert, MonitoringRule } from "./rule.ts";

/** How a rule stands. */
export type RuleState =
  /** too few checks of the version in use have the figure */
  | { readonly kind: "waiting"; readonly checks: number }
  | { readonly kind: "holds"; readonly value: number; readonly version: number }
  | { readonly kind: "broken"; readonly value: number; readonly version: number };

/**
 * Judges a rule by the newest checks of its model, as many as its window, that have the figure and were made by the version of
 * the newest: what another version did is not held against it. Checks may come in any order.
 */
export function ruleState(rule: Pick<MonitoringRule, "modelId" | "metric" | "window" | "bound" | "threshold">, checks: readonly MonitoredCheck[]): RuleState {
  const own = checks.filter(({ modelId }) => modelId === rule.modelId).sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  const version = own.at(0)?.version;
  const judged = own.filter((check) => check.version === version && hasFigure(rule.metric, check)).slice(0, rule.window);
  const value = pooledFigure(rule.metric, judged);
  if (version === undefined || value === null || judged.length < rule.window) return { kind: "waiting", checks: judged.length };
  const isBroken = rule.bound === "below" ? value < rule.threshold : value > rule.threshold;
  return { kind: isBroken ? "broken" : "holds", value, version };
}

/** What follows from a rule's state: one alert of a version until the rule holds again. */
export type RuleStep = { readonly kind: "nothing" } | { readonly kind: "raise"; readonly value: number; readonly version: number } | { readonly kind: "end"; readonly alerts: readonly Alert[] };

export function ruleStep(rule: MonitoringRule, checks: readonly MonitoredCheck[], alerts: readonly Alert[]): RuleStep {
  if (!rule.isOn) return { kind: "nothing" };
  const state = ruleState(rule, checks);
  if (state.kind === "waiting") return { kind: "nothing" };
  const open = alerts.filter(({ ruleId, version, endedAt }) => ruleId === rule.id && version === state.version && endedAt === undefined);
  if (state.kind === "holds") return open.length === 0 ? { kind: "nothing" } : { kind: "end", alerts: open };
  return open.length > 0 ? { kind: "nothing" } : { kind: "raise", value: state.value, version: state.version };
}
