import { Field } from "../shared/field.tsx";

interface ReasonFieldProps {
  readonly reason: string;
  readonly onType: (reason: string) => void;
}

/** Why something is done, for the log. */
export function ReasonField({ reason, onType }: ReasonFieldProps) {
  return (
    <Field label="Reason, for the log">
      <textarea rows={2} required value={reason} onChange={(event) => onType(event.target.value)} />
    </Field>
  );
}
