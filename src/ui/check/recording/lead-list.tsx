import { useId, useMemo } from "react";
import type { Recording } from "../../../ecg/recording/recording.ts";
import { leadPreview } from "./lead-preview.ts";
import { LeadStrip, STRIP_COLUMNS } from "./lead-strip.tsx";
import { unusableText } from "./recording-facts.ts";
import styles from "./lead-list.module.css";

interface LeadListProps {
  readonly recording: Recording;
  readonly leadIndex: number;
  readonly onLead: (leadIndex: number) => void;
}

/** The leads, a few seconds of each, and which of them beats are looked for in. */
export function LeadList({ recording, leadIndex, onLead }: LeadListProps) {
  const group = useId();
  const { leads, samplingRateHz } = recording;
  const previews = useMemo(() => leads.map((lead) => leadPreview(lead, samplingRateHz, STRIP_COLUMNS)), [leads, samplingRateHz]);
  return (
    <fieldset className={styles.leads}>
      <legend>{leads.length === 1 ? "Beats are looked for in the one lead" : "Beats are looked for in"}</legend>
      {leads.map((lead, i) => {
        const unusable = unusableText(lead, recording);
        return (
          <label key={lead.name} className={styles.lead}>
            <span className={styles.name}>
              <input type="radio" name={group} checked={i === leadIndex} onChange={() => onLead(i)} />
              {lead.name}
            </span>
            <LeadStrip preview={previews[i]} />
            {unusable !== null && <span className={styles.unusable}>{unusable}, left out</span>}
          </label>
        );
      })}
    </fieldset>
  );
}
