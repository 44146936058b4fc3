import { describe, expect, it } from "vitest";
import type { Alert } from "./rule.ts";
import { ruleState, ruleStep } from "./rule-state.ts";
import { alertSentence, ruleClause } from "./rule-words.ts";
import { monitoredCheck, monitoringRule } from "./testing.ts";

const judged = (minute: number, overridden: number, version = 1) => monitoredCheck(minute, { judged: 10, overridden, version });

describe("ruleState", () => {
  it("waits until as many checks as the window have the figure", () => {
    expect(ruleState(monitoringRule(), [])).toEqual({ kind: "waiting", checks: 0 });
    expect(ruleState(monitoringRule(), [judged(1, 9), monitoredCheck(2)])).toEqual({ kind: "waiting", checks: 1 });
  });

  it("judges the newest checks, whatever their order", () => {
    expect(ruleState(monitoringRule(), [judged(3, 3), judged(1, 9), judged(2, 2)])).toEqual({ kind: "broken", value: 0.25, version: 1 });
    expect(ruleState(monitoringRule(), [judged(1, 9), judged(2, 2), judged(3, 2)])).toEqual({ kind: "holds", value: 0.2, version: 1 });
  });

  it("holds nothing against a version that another one did", () => {
    expect(ruleState(monitoringRule(), [judged(1, 9), judged(2, 9), judged(3, 9, 2)])).toEqual({ kind: "waiting", checks: 1 });
  });

  it("looks at its own model, and at the other bound where it is set", () => {
    const fast = [monitoredCheck(1, { latencyMs: 5 }), monitoredCheck(2, { latencyMs: 7 }), monitoredCheck(3, { modelId: "lstm-fcn", latencyMs: 9000 })];
    expect(ruleState(monitoringRule({ metric: "latency", bound: "below", threshold: 7 }), fast)).toEqual({ kind: "broken", value: 6, version: 1 });
  });
});

describe("ruleStep", () => {
  const rule = monitoringRule();
  const alert: Alert = { id: "a", ruleId: rule.id, modelId: "beat-cnn", version: 1, at: "", metric: "override-rate", value: 0.5, threshold: 0.2, sentence: "", actions: ["alert"], seenAt: "" };
  const broken = [judged(1, 9), judged(2, 9)];
  const held = [judged(1, 0), judged(2, 0)];

  it("raises one alert until the rule holds again", () => {
    expect(ruleStep(rule, broken, [])).toEqual({ kind: "raise", value: 0.9, version: 1 });
    expect(ruleStep(rule, broken, [alert])).toEqual({ kind: "nothing" });
    expect(ruleStep(rule, held, [alert])).toEqual({ kind: "end", alerts: [alert] });
    expect(ruleStep(rule, broken, [{ ...alert, endedAt: "2026-11-21" }])).toMatchObject({ kind: "raise" });
  });

  it("raises another one of another version, and none when it is off or judges nothing yet", () => {
    expect(ruleStep(rule, [...broken, judged(3, 9, 2), judged(4, 9, 2)], [alert])).toMatchObject({ kind: "raise", version: 2 });
    expect(ruleStep({ ...rule, isOn: false }, broken, [])).toEqual({ kind: "nothing" });
    expect(ruleStep(rule, held.slice(1), [alert])).toEqual({ kind: "nothing" });
  });
});

describe("words of a rule", () => {
  it("say what is watched and what follows", () => {
    expect(ruleClause(monitoringRule())).toBe("Override rate above .200 over the newest 2 checks");
    expect(ruleClause(monitoringRule({ metric: "latency", threshold: 1500, window: 1 }))).toBe("Latency above 1500 ms over the newest check");
    expect(alertSentence(monitoringRule({ actions: ["suspend", "suggest-retraining"] }), { value: 0.5, version: 3, modelName: "1D CNN" })).toBe(
      "Override rate of 1D CNN version 3 is .500 over its newest 2 checks, above the .200 that this site set. It is suspended until an administrator lifts that or another version is champion. Retraining is suggested.",
    );
  });
});
