import type { Lead } from "../../../../ecg/recording/recording.ts";
import styles from "./strip-toolbar.module.css";

interface LeadChoiceProps {
  readonly leads: readonly Lead[];
  /** indices of those shown, ascending; one at least */
  readonly chosen: readonly number[];
  readonly onChoose: (chosen: readonly number[]) => void;
}

/** Which leads the strip shows. */
export function LeadChoice({ leads, chosen, onChoose }: LeadChoiceProps) {
  const toggle = (lead: number) => onChoose(chosen.includes(lead) ? chosen.filter((each) => each !== lead) : [...chosen, lead].sort((a, b) => a - b));
  return (
    <details className={styles.leads}>
      <summary>Leads: {chosen.length} of {leads.length}</summary>
      <fieldset>
        <legend>Leads in the strip</legend>
        {leads.map(({ name }, lead) => (
          <label key={lead}>
            <input type="checkbox" checked={chosen.includes(lead)} disabled={chosen.length === 1 && chosen[0] === lead} onChange={() => toggle(lead)} /> {name}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
