import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { modelName } from "../../models/catalog.ts";
import { RUN_ORDERS, tagsOf, type RunFilter, type RunOrder } from "./listed-runs.ts";
import { STATE_WORDS } from "./run-words.ts";
import { Field } from "../shared/field.tsx";
import styles from "./runs.module.css";

interface RunFiltersProps {
  readonly runs: readonly TrainingRun[];
  readonly filter: RunFilter;
  readonly order: RunOrder;
  readonly onFilter: (filter: RunFilter) => void;
  readonly onOrder: (order: RunOrder) => void;
}

const ORDER_WORDS: Readonly<Record<RunOrder, string>> = { date: "Newest", name: "Name", loss: "Lowest validation loss", duration: "Longest" };

/** What the list of runs is to hold, and in which order. */
export function RunFilters({ runs, filter, order, onFilter, onOrder }: RunFiltersProps) {
  const models = [...new Set(runs.map(({ modelId }) => modelId))];
  const states = Object.entries(STATE_WORDS).filter(([kind]) => runs.some(({ state }) => state.kind === kind));
  const tags = tagsOf(runs);
  return (
    <div className={styles.tools} role="search" aria-label="Runs">
      <Field label="Search"><input type="search" value={filter.search} onChange={(event) => onFilter({ ...filter, search: event.target.value })} /></Field>
      <Field label="Model">
        <select value={filter.modelId} onChange={(event) => onFilter({ ...filter, modelId: event.target.value })}>
          <option value="">All</option>
          {models.map((id) => <option key={id} value={id}>{modelName(id)}</option>)}
        </select>
      </Field>
      <Field label="State">
        <select value={filter.state} onChange={(event) => onFilter({ ...filter, state: event.target.value as RunFilter["state"] })}>
          <option value="">All</option>
          {states.map(([kind, { word }]) => <option key={kind} value={kind}>{word}</option>)}
        </select>
      </Field>
      {tags.length > 0 && (
        <Field label="Tag">
          <select value={filter.tag} onChange={(event) => onFilter({ ...filter, tag: event.target.value })}>
            <option value="">All</option>
            {tags.map((tag) => <option key={tag}>{tag}</option>)}
          </select>
        </Field>
      )}
      <Field label="Sort by">
        <select value={order} onChange={(event) => onOrder(event.target.value as RunOrder)}>
          {RUN_ORDERS.map((each) => <option key={each} value={each}>{ORDER_WORDS[each]}</option>)}
        </select>
      </Field>
    </div>
  );
}
