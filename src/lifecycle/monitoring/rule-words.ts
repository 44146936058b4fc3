import type { MonitoringRule, RuleAction, WatchedMetric } from "./rule.ts";

/** How a watched figure is called and typed. */
export interface MetricWords {
  readonly name: string;
  /** of what it is a figure, for a tooltip or a note */
  readonly note: string;
  /** a share lies from 0 to 1; a time is in milliseconds */
  readonly kind: "share" | "milliseconds";
}

export const METRIC_WORDS: Readonly<Record<WatchedMetric, MetricWords>> = {
  accuracy: { name: "Accuracy", note: "of the rows with labels, those predicted right", kind: "share" },
  precision: { name: "Precision (+P)", note: "of the labelled rows predicted anomalous, those that are", kind: "share" },
  recall: { name: "Recall (sensitivity)", note: "of the rows labelled anomalous, those predicted so", kind: "share" },
  "override-rate": { name: "Override rate", note: "of the events and beats that were judged, those judged otherwise than predicted", kind: "share" },
  "anomaly-rate": { name: "Anomaly rate", note: "of all rows, those predicted anomalous", kind: "share" },
  drift: { name: "Drift", note: "1 − likeness to the training data, mean of the checks; 0.5 is the limit", kind: "share" },
  latency: { name: "Latency", note: "computing time of a check, median of the checks", kind: "milliseconds" },
};

export const ACTION_WORDS: Readonly<Record<RuleAction, string>> = {
  alert: "Alert",
  "suggest-retraining": "Suggest retraining",
  suspend: "Suspend the model",
};

/** A figure as it is printed: 0.9444 → ".944", 1234 → "1234 ms". */
export function figureText(metric: WatchedMetric, value: number): string {
  return METRIC_WORDS[metric].kind === "share" ? value.toFixed(3).replace(/^0\./, ".") : `${Math.round(value)} ms`;
}

/** What a rule says, as a clause. */
export function ruleClause({ metric, bound, threshold, window }: Pick<MonitoringRule, "metric" | "bound" | "threshold" | "window">): string {
  return `${METRIC_WORDS[metric].name} ${bound} ${figureText(metric, threshold)} over ${window === 1 ? "the newest check" : `the newest ${window} checks`}`;
}

/** A broken rule's figure and the version whose it is. */
export interface BrokenRule {
  readonly value: number;
  readonly version: number;
  readonly modelName: string;
}

/** What happened, as a clause without a full stop. */
export function brokenClause({ metric, bound, threshold, window }: MonitoringRule, { value, version, modelName }: BrokenRule): string {
  const over = window === 1 ? "its newest check" : `its newest ${window} checks`;
  return `${METRIC_WORDS[metric].name} of ${modelName} version ${version} is ${figureText(metric, value)} over ${over}, ${bound} the ${figureText(metric, threshold)} that this site set`;
}

/** What happened, and what follows from it, for people. */
export function alertSentence(rule: MonitoringRule, broken: BrokenRule): string {
  const { actions } = rule;
  const suspended = actions.includes("suspend") ? [" It is suspended until an administrator lifts that or another version is champion."] : [];
  const retraining = actions.includes("suggest-retraining") ? [" Retraining is suggested."] : [];
  return [`${brokenClause(rule, broken)}.`, ...suspended, ...retraining].join("");
}
