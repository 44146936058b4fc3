import type { ModelMeta } from "../models/model-kinds.ts";
import { Button } from "../shared/button.tsx";
import { resetParameters, shownText, typeParameter, type DetectorChoice, type ParametersReading } from "./detector-choice.ts";
import { ParameterField } from "./parameter-field.tsx";
import styles from "./detector-parameters.module.css";

interface DetectorParametersProps {
  readonly meta: ModelMeta;
  readonly choice: DetectorChoice;
  readonly onChoice: (choice: DetectorChoice) => void;
  readonly reading: ParametersReading;
}

/** A detector's parameters, folded away until wanted or wrong. */
export function DetectorParameters({ meta, choice, onChoice, reading }: DetectorParametersProps) {
  const errors = reading.kind === "invalid" ? reading.errors : {};
  return (
    <details className={styles.details}>
      <summary>
        Parameters<span className={styles.of}> of {meta.name}</span>
        {reading.kind === "invalid" && <span className={styles.wrong}> – to be corrected</span>}
      </summary>
      <div className={styles.fields}>
        {meta.parameters.map((parameter) => (
          <ParameterField
            key={parameter.key}
            parameter={parameter}
            text={shownText(choice, meta.id, parameter)}
            error={errors[parameter.key] ?? null}
            onType={(text) => onChoice(typeParameter(choice, meta.id, { key: parameter.key, text }))}
          />
        ))}
        <Button variant="link" onClick={() => onChoice(resetParameters(choice, meta.id))}>Reset to defaults</Button>
      </div>
    </details>
  );
}
