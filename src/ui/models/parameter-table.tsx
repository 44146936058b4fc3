import type { Parameter, ParameterValues } from "../../models/detector.ts";
import { valueText } from "../result/method/method-words.ts";
import { rangeText } from "./parameter-rows.ts";
import styles from "./parameter-table.module.css";

interface ParameterTableProps {
  readonly caption: string;
  readonly parameters: readonly Parameter[];
  /** what the shipped model was made with, where its card says so */
  readonly shipped: ParameterValues | null;
}

/** Parameters with their ranges, their defaults and what the shipped model was made with. */
export function ParameterTable({ caption, parameters, shipped }: ParameterTableProps) {
  return (
    <div className={styles.region} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Parameter</th>
            <th scope="col">Range</th>
            <th scope="col">Default</th>
            {shipped !== null && <th scope="col">As shipped</th>}
          </tr>
        </thead>
        <tbody>
          {parameters.map((parameter) => (
            <tr key={parameter.key}>
              <th scope="row"><b>{parameter.label}</b><small>{parameter.help}</small></th>
              <td>{rangeText(parameter)}</td>
              <td>{valueText(parameter, parameter.default)}</td>
              {shipped !== null && <td>{valueText(parameter, shipped[parameter.key] ?? parameter.default)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
