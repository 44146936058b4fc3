import type { BeatClass } from "../../../ecg/beats/classes.ts";
import { Field } from "../../shared/field.tsx";
import type { ClassFilter } from "./beat-filter.ts";

interface ClassFilterFieldProps {
  readonly label: string;
  readonly classes: readonly BeatClass[];
  /** whether beats may be without a class */
  readonly hasUnlabelled?: boolean;
  readonly value: ClassFilter;
  readonly onPick: (value: ClassFilter) => void;
}

/** Beats of which class are shown. */
export function ClassFilterField({ label, classes, hasUnlabelled = false, value, onPick }: ClassFilterFieldProps) {
  const pick = (text: string) => onPick(text === "any" || text === "anomalous" || text === "unlabelled" ? text : Number(text));
  return (
    <Field label={label}>
      <select value={value} onChange={(event) => pick(event.target.value)}>
        <option value="any">Any</option>
        {/* Of two classes, the other one says the same. */}
        {classes.length > 2 && <option value="anomalous">Any but {classes[0].code}</option>}
        {classes.map(({ code, name }, index) => <option key={code} value={index}>{code} – {name}</option>)}
        {hasUnlabelled && <option value="unlabelled">Not labelled</option>}
      </select>
    </Field>
  );
}
