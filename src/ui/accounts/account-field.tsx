import { TextField, type TextFieldProps } from "../shared/text-field.tsx";

/** A line of text to type as it is: no spelling, no capitals. */
export function AccountField(field: TextFieldProps) {
  return <TextField {...field} spellCheck={false} autoCapitalize="none" />;
}
