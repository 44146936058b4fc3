import { useState } from "react";
import { Button } from "../shared/button.tsx";
import { ReasonField } from "./reason-field.tsx";
import styles from "./promotion-form.module.css";

interface PromotionFormProps {
  readonly candidate: number;
  /** why the gate is closed; null where it is open */
  readonly blockedBy: string | null;
  readonly onPromote: (reason: string, overridden: string | null) => void;
}

/** Confirms a promotion with its reason; a closed gate has to be overridden in so many words, which the log keeps. */
export function PromotionForm({ candidate, blockedBy, onPromote }: PromotionFormProps) {
  const [reason, setReason] = useState("");
  const [overrides, setOverrides] = useState(false);
  const isOpen = blockedBy === null || overrides;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isOpen && reason.trim() !== "") onPromote(reason.trim(), blockedBy);
      }}
    >
      {blockedBy !== null && (
        <label className={styles.override}>
          <input type="checkbox" checked={overrides} onChange={(event) => setOverrides(event.target.checked)} />
          Override the gate; the log keeps that and what the gate said
        </label>
      )}
      {isOpen && <ReasonField reason={reason} onType={setReason} />}
      <Button variant={blockedBy === null ? "primary" : "plain"} type="submit" disabled={!isOpen || reason.trim() === ""}>
        {blockedBy === null ? `Promote version ${candidate}` : `Promote version ${candidate} against the gate`}
      </Button>
    </form>
  );
}
