import type { ColumnRole } from "../../ecg/heart-rate/table.ts";
import type { ImportQuestion } from "../../ecg/reading/import-guess.ts";
import { COLUMN_ROLES } from "./table-words.ts";
import styles from "./import-form.module.css";

interface ImportColumnsProps {
  readonly question: ImportQuestion;
  readonly roles: readonly ColumnRole[];
  readonly onAssign: (column: number, role: ColumnRole) => void;
}

/** The first rows of a file, and above each column what it is taken for. */
export function ImportColumns({ question, roles, onAssign }: ImportColumnsProps) {
  return (
    // The table is wider than a phone: a region that scrolls must take the focus, to be scrolled by keys.
    <div className={styles.scroll} role="region" aria-label="First rows of the file" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {question.columns.map(({ name, doubt }, column) => (
              <th key={column} scope="col" title={doubt ?? undefined}>
                <label className={styles.role}>
                  <span className={styles.name}>{name === "" ? `column ${column + 1}` : name}</span>
                  <select
                    value={roles[column]}
                    onChange={(event) => {
                      const picked = COLUMN_ROLES.find(({ value }) => value === event.target.value);
                      if (picked !== undefined) onAssign(column, picked.value);
                    }}
                  >
                    {COLUMN_ROLES.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
                  </select>
                </label>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {question.firstRows.map((cells, row) => (
            <tr key={row}>
              {question.columns.map((_, column) => <td key={column}>{cells[column]}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
