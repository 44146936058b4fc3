import type { Parameter, ParameterValues } from "../../models/detector.ts";
import { defaultText, rangeText, shippedText } from "./parameter-words.ts";
import styles from "./parameter-list.module.css";

interface ParameterListProps {
  readonly heading: string;
  readonly parameters: readonly Parameter[];
  /** what the shipped model was made with, where its card says so */
  readonly shipped: ParameterValues | null;
}

/** Parameters with their defaults, their ranges and, where it is another than the default, what the shipped model was made with. */
export function ParameterList({ heading, parameters, shipped }: ParameterListProps) {
  return (
    <section>
      <h3>{heading}</h3>
      <dl className={styles.list}>
        {parameters.map((parameter) => {
          const differs = shippedText(parameter, shipped);
          return (
            <div key={parameter.key}>
              <dt>{parameter.label}<small>{parameter.help}</small></dt>
              <dd>
                {defaultText(parameter)}
                <small>{rangeText(parameter)}</small>
                {differs !== null && <small className={styles.shipped}>{differs} as shipped</small>}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
