import { toProblem } from "../../ecg/problem.ts";
import type { MonitoredCheck } from "../../lifecycle/monitoring/monitored-check.ts";
import type { MonitoringRule } from "../../lifecycle/monitoring/rule.ts";
import { ruleState } from "../../lifecycle/monitoring/rule-state.ts";
import { ACTION_WORDS, figureText, ruleClause } from "../../lifecycle/monitoring/rule-words.ts";
import { modelName } from "../../models/catalog.ts";
import { ForRole } from "../accounts/for-role.tsx";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { formatCounted } from "../shared/format.ts";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";
import { RuleForm } from "./rule-form.tsx";
import styles from "./monitoring.module.css";

interface RulesCardProps {
  readonly modelId: string;
  /** of this model */
  readonly rules: readonly MonitoringRule[];
  readonly checks: readonly MonitoredCheck[];
}

/** The site's rules for a model, how each stands, and a form for another. */
export function RulesCard({ modelId, rules, checks }: RulesCardProps) {
  const { repository } = useServices();
  const toast = useToast();
  const name = modelName(modelId);
  const attempt = (work: Promise<void>) => void work.catch((cause: unknown) => toast({ message: toProblem(cause).sentence }));
  const put = (rule: MonitoringRule, how: string) => attempt(repository.monitoring.putRule(rule, `Rule of ${name} ${how}: ${ruleClause(rule)}`));
  const remove = (rule: MonitoringRule) =>
    attempt(
      repository.monitoring.removeRule(rule, `Rule of ${name} deleted: ${ruleClause(rule)}`).then(() => toast({ message: "Rule deleted", undo: () => put(rule, "brought back") })),
    );
  return (
    <Card heading={`Rules for ${name}`} note="judged after every check and verdict">
      {rules.length === 0 && <p className={styles.note}>No rule watches this model. Every threshold is the site’s own: none is suggested.</p>}
      <ForRole permission="set rules and lift suspensions">
        <ul className={styles.list}>
          {rules.map((rule) => (
            <li key={rule.id} className={styles.item}>
              <div>
                <p>{ruleClause(rule)} → {rule.actions.map((action) => ACTION_WORDS[action].toLowerCase()).join(", ")}</p>
                <p className={styles.note}>{stateText(rule, checks)}</p>
              </div>
              <div className={styles.actions}>
                <label><input type="checkbox" checked={rule.isOn} onChange={(event) => put({ ...rule, isOn: event.target.checked }, event.target.checked ? "turned on" : "turned off")} /> on</label>
                <Button variant="link" aria-label={`Delete the rule: ${ruleClause(rule)}`} onClick={() => remove(rule)}>Delete</Button>
              </div>
            </li>
          ))}
        </ul>
        <RuleForm modelId={modelId} onRule={(rule) => put(rule, "set")} />
      </ForRole>
    </Card>
  );
}

function stateText(rule: MonitoringRule, checks: readonly MonitoredCheck[]): string {
  if (!rule.isOn) return "Off";
  const state = ruleState(rule, checks);
  if (state.kind === "waiting") return `Waits: ${formatCounted(state.checks, "check")} of ${rule.window} with this figure, by the version in use`;
  return `${state.kind === "broken" ? "Broken" : "Holds"}: ${figureText(rule.metric, state.value)}, version ${state.version}`;
}
