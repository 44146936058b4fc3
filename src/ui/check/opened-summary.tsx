import type { HeartRateTable } from "../../ecg/heart-rate/table.ts";
import { Card } from "../shared/card.tsx";
import { formatCount, formatCounted } from "../shared/format.ts";
import { FindingsList } from "./findings-list.tsx";
import { PatientsRead } from "./patients-read.tsx";
import { FORM_WORDS, TIME_WORDS, UNIT_WORDS } from "./table-words.ts";
import styles from "./opened-summary.module.css";

/** What was read: said plainly before anything is computed from it. */
export function OpenedSummary({ table }: { readonly table: HeartRateTable }) {
  const facts: readonly (readonly [term: string, value: string])[] = [
    ["Rows", formatCount(table.rows)],
    ["Patients", formatCount(table.patients.length)],
    ["Labels", table.labelled ? "In the file" : "None: no precision or recall"],
    ["Form", FORM_WORDS[table.form]],
    ["Heart rate", UNIT_WORDS[table.unit]],
    ["Times", TIME_WORDS[table.timeKind]],
  ];
  return (
    <>
      <Card heading="What was read" note={table.files.map(({ name }) => name).join(", ")}>
        <dl className={styles.facts}>
          {facts.map(([term, value]) => <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}
        </dl>
      </Card>
      {table.findings.length > 0 && (
        <Card heading="To know" note={formatCounted(table.findings.length, "note")}>
          <FindingsList findings={table.findings} />
        </Card>
      )}
      <Card heading="Patients" note="in the order of the file">
        <PatientsRead table={table} />
      </Card>
    </>
  );
}
