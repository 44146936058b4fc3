import { useId, useState, type SubmitEvent } from "react";
import { RULE_ACTIONS, WATCHED_METRICS, type MonitoringRule, type WatchedMetric } from "../../lifecycle/monitoring/rule.ts";
import { ACTION_WORDS, METRIC_WORDS } from "../../lifecycle/monitoring/rule-words.ts";
import { Button } from "../shared/button.tsx";
import { Field } from "../shared/field.tsx";
import { EMPTY_DRAFT, readRule, type RuleDraft } from "./read-rule.ts";
import styles from "./monitoring.module.css";

interface RuleFormProps {
  readonly modelId: string;
  readonly onRule: (rule: MonitoringRule) => void;
}

/** A rule to be set: threshold and window are empty until the site types them. */
export function RuleForm({ modelId, onRule }: RuleFormProps) {
  const [draft, setDraft] = useState<RuleDraft>(EMPTY_DRAFT);
  const [error, setError] = useState<string | null>(null);
  const errorId = useId();
  const change = (changed: Partial<RuleDraft>) => setDraft({ ...draft, ...changed });
  const { kind, note } = METRIC_WORDS[draft.metric];

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const read = readRule(draft);
    setError(read.kind === "invalid" ? read.why : null);
    if (read.kind === "invalid") return;
    onRule({ ...read.rule, id: crypto.randomUUID(), modelId, isOn: true, createdAt: new Date().toISOString() });
    setDraft(EMPTY_DRAFT);
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label="A new rule" aria-describedby={error === null ? undefined : errorId}>
      <Field label="Figure">
        <select value={draft.metric} onChange={(event) => change({ metric: event.target.value as WatchedMetric })}>
          {WATCHED_METRICS.map((metric) => <option key={metric} value={metric}>{METRIC_WORDS[metric].name}</option>)}
        </select>
      </Field>
      <Field label="Broken when">
        <select value={draft.bound} onChange={(event) => change({ bound: event.target.value as MonitoringRule["bound"] })}>
          <option value="above">above</option>
          <option value="below">below</option>
        </select>
      </Field>
      <Field label={kind === "milliseconds" ? "Threshold, ms" : "Threshold, 0 to 1"}>
        <input inputMode="decimal" autoComplete="off" value={draft.threshold} onChange={(event) => change({ threshold: event.target.value })} />
      </Field>
      <Field label="Over newest checks">
        <input inputMode="numeric" autoComplete="off" value={draft.window} onChange={(event) => change({ window: event.target.value })} />
      </Field>
      <fieldset>
        <legend>Then</legend>
        {RULE_ACTIONS.map((action) => (
          <label key={action}>
            <input
              type="checkbox" checked={draft.actions.includes(action)}
              onChange={(event) => change({ actions: RULE_ACTIONS.filter((each) => (each === action ? event.target.checked : draft.actions.includes(each))) })}
            />
            {ACTION_WORDS[action]}
          </label>
        ))}
      </fieldset>
      <Button type="submit">Set the rule</Button>
      <p className={`${styles.note} ${styles.error}`} hidden={error === null} id={errorId} role="alert">{error}</p>
      <p className={styles.note}>{METRIC_WORDS[draft.metric].name}: {note}.</p>
    </form>
  );
}
