/** Figures of a model's checks that a rule can watch. */
export const WATCHED_METRICS = ["accuracy", "precision", "recall", "override-rate", "anomaly-rate", "drift", "latency"] as const;
export type WatchedMetric = (typeof WATCHED_METRICS)[number];

/** What happens when a rule is broken; all of the ones given. */
export const RULE_ACTIONS = ["alert", "suggest-retraining", "suspend"] as const;
export type RuleAction = (typeof RULE_ACTIONS)[number];

/** Watches a model's newest checks. There is no medical default: the site sets every threshold. */
export interface MonitoringRule {
  readonly id: string;
  readonly modelId: string;
  readonly metric: WatchedMetric;
  /** the newest so many checks, pooled */
  readonly window: number;
  /** broken when the figure is below, or above, the threshold */
  readonly bound: "below" | "above";
  readonly threshold: number;
  readonly actions: readonly RuleAction[];
  readonly isOn: boolean;
  /** ISO 8601 */
  readonly createdAt: string;
}

/** A rule that was broken; one alert until it holds again. */
export interface Alert {
  readonly id: string;
  readonly ruleId: string;
  readonly modelId: string;
  readonly version: number;
  /** ISO 8601 */
  readonly at: string;
  readonly metric: WatchedMetric;
  readonly value: number;
  readonly threshold: number;
  /** what happened and what it means, for people */
  readonly sentence: string;
  readonly actions: readonly RuleAction[];
  /** when somebody said that they have seen it, ISO 8601; "" before */
  readonly seenAt: string;
  /** when the rule held again, ISO 8601; absent while it is still broken */
  readonly endedAt?: string;
}
