import { useId } from "react";
import type { RecordingQuestion } from "../../../ecg/reading/recording/recording-question.ts";
import type { ColumnDraft, ColumnUse } from "./recording-answers.ts";
import { COLUMN_USES, PROPOSED_LEADS } from "./recording-words.ts";
import form from "../import-form.module.css";
import styles from "./recording-import-dialog.module.css";

interface RecordingColumnsProps {
  readonly question: RecordingQuestion;
  readonly columns: readonly ColumnDraft[];
  readonly onUse: (column: number, use: ColumnUse) => void;
  readonly onName: (column: number, name: string) => void;
}

/** The first rows of a file, and above each column what it is taken for. */
export function RecordingColumns({ question, columns, onUse, onName }: RecordingColumnsProps) {
  const leadsId = useId();
  return (
    <div className={form.scroll} role="region" aria-label="First rows of the file" tabIndex={0}>
      <datalist id={leadsId}>{PROPOSED_LEADS.map((name) => <option key={name} value={name} />)}</datalist>
      <table className={styles.first}>
        <thead>
          <tr>
            {question.columnNames.map((columnName, column) => (
              <th key={column} scope="col">
                <div className={form.role}>
                  <span className={form.name}>{columnName}</span>
                  <select
                    aria-label={`${columnName} is`}
                    value={columns[column].use}
                    onChange={(event) => {
                      const picked = COLUMN_USES.find(({ value }) => value === event.target.value);
                      if (picked !== undefined) onUse(column, picked.value);
                    }}
                  >
                    {COLUMN_USES.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
                  </select>
                  {columns[column].use === "lead" && (
                    <input
                      className={styles.lead} aria-label={`Name of the lead in ${columnName}`} list={leadsId} autoComplete="off"
                      value={columns[column].name} onChange={(event) => onName(column, event.target.value)}
                    />
                  )}
                </div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {question.firstRows.map((cells, row) => (
            <tr key={row}>
              {columns.map((_, column) => <td key={column}>{cells[column]}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
