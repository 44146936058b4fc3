import type { MonitoringRule, RuleAction, WatchedMetric } from "../../lifecycle/monitoring/rule.ts";
import { METRIC_WORDS } from "../../lifecycle/monitoring/rule-words.ts";
import { typedNumber } from "../shared/typed-number.ts";

/** A rule as it is being typed: numbers as text, so that no threshold is there until somebody has typed it. */
export interface RuleDraft {
  readonly metric: WatchedMetric;
  readonly bound: MonitoringRule["bound"];
  readonly threshold: string;
  readonly window: string;
  readonly actions: readonly RuleAction[];
}

export const EMPTY_DRAFT: RuleDraft = { metric: "override-rate", bound: "above", threshold: "", window: "", actions: ["alert"] };

export type ReadRule = { readonly kind: "rule"; readonly rule: Pick<MonitoringRule, "metric" | "bound" | "threshold" | "window" | "actions"> } | { readonly kind: "invalid"; readonly why: string };

/** Reads what was typed, or says in a sentence what is wrong with it. */
export function readRule({ metric, bound, threshold, window, actions }: RuleDraft): ReadRule {
  const isShare = METRIC_WORDS[metric].kind === "share";
  const value = typedNumber(threshold);
  const checks = typedNumber(window);
  if (!(value >= 0) || value > (isShare ? 1 : Infinity) || !Number.isFinite(value)) {
    return { kind: "invalid", why: isShare ? "Type a threshold from 0 to 1." : "Type a threshold in milliseconds, from 0 on." };
  }
  if (!Number.isInteger(checks) || checks < 1) return { kind: "invalid", why: "Type over how many of the newest checks: a whole number from 1 on." };
  if (actions.length === 0) return { kind: "invalid", why: "Pick what happens when the rule is broken." };
  return { kind: "rule", rule: { metric, bound, threshold: value, window: checks, actions } };
}
