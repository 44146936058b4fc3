import { LOG_ACTIONS, type LogAction, type LogEntry } from "../../lifecycle/log/log-entry.ts";
import { modelName } from "../../models/catalog.ts";
import type { LogFilter } from "./filter-entries.ts";
import { Field } from "../shared/field.tsx";
import styles from "./log-filter-fields.module.css";

interface LogFilterFieldsProps {
  /** only what occurs in these is offered */
  readonly entries: readonly LogEntry[];
  readonly filter: LogFilter;
  readonly onFilter: (filter: LogFilter) => void;
}

export function LogFilterFields({ entries, filter, onFilter }: LogFilterFieldsProps) {
  const change = (changed: Partial<LogFilter>) => onFilter({ ...filter, ...changed });
  const actions = new Set(entries.map(({ action }) => action));
  const models = [...new Set(entries.map(({ modelId }) => modelId))].filter((id) => id !== "").sort();
  const people = [...new Set(entries.map(({ who }) => who))].sort();
  return (
    <search className={styles.fields}>
      <Field label="Search">
        <input type="search" value={filter.text} onChange={(event) => change({ text: event.target.value })} />
      </Field>
      <Field label="Action">
        <select value={filter.action ?? ""} onChange={(event) => change({ action: event.target.value === "" ? null : (event.target.value as LogAction) })}>
          <option value="">All</option>
          {LOG_ACTIONS.filter((action) => actions.has(action)).map((action) => <option key={action} value={action}>{action}</option>)}
        </select>
      </Field>
      <Field label="Model">
        <select value={filter.modelId} onChange={(event) => change({ modelId: event.target.value })}>
          <option value="">All</option>
          {models.map((id) => <option key={id} value={id}>{modelName(id)}</option>)}
        </select>
      </Field>
      <Field label="Person">
        <select value={filter.who} onChange={(event) => change({ who: event.target.value })}>
          <option value="">All</option>
          {people.map((who) => <option key={who} value={who}>{who}</option>)}
        </select>
      </Field>
      <Field label="From">
        <input type="date" value={filter.from} onChange={(event) => change({ from: event.target.value })} />
      </Field>
      <Field label="To">
        <input type="date" value={filter.to} onChange={(event) => change({ to: event.target.value })} />
      </Field>
    </search>
  );
}
