import { inputText } from "../models/model-kinds.ts";
import { Field } from "../shared/field.tsx";
import { TRAINABLE_MODELS, type TrainableModel } from "./trainable-models.ts";
import styles from "./train-form.module.css";

/** "Raw ECG" in the middle of a line. */
const uncapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Which model is trained. */
export function ModelField({ model, onModel }: { readonly model: TrainableModel; readonly onModel: (modelId: string) => void }) {
  return (
    <div className={styles.model}>
      <Field label="Model">
        <select value={model.id} onChange={(event) => onModel(event.target.value)}>
          {TRAINABLE_MODELS.map((each) => <option key={each.id} value={each.id}>{each.name} ({uncapitalised(inputText(each))})</option>)}
        </select>
      </Field>
      <small>{model.sentence}</small>
    </div>
  );
}
