import { useState } from "react";
import { Button } from "../shared/button.tsx";
import { ReasonField } from "./reason-field.tsx";
import styles from "./promotion-form.module.css";

interface PromotionFormProps {
  readonly candidate: number;
  /** whether the gate is closed */
  readonly isBlocked: boolean;
  readonly onPromote: (reason: string, overridesGate: boolean) => void;
}

/** Confirms a promotion with its reason; a closed gate has to be overridden in so many words, which the log keeps. */
export function PromotionForm({ candidate, isBlocked, onPromote }: PromotionFormProps) {
  const [reason, setReason] = useState("");
  const [overrides, setOverrides] = useState(false);
  const isOpen = !isBlocked || overrides;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isOpen && reason.trim() !== "") onPromote(reason.trim(), isBlocked);
      }}
    >
      {isBlocked && (
        <label className={styles.override}>
          <input type="checkbox" checked={overrides} onChange={(event) => setOverrides(event.target.checked)} />
          Override the gate; the log keeps that and what the gate said
        </label>
      )}
      {isOpen && <ReasonField reason={reason} onType={setReason} />}
      <Button variant={isBlocked ? "plain" : "primary"} type="submit" disabled={!isOpen || reason.trim() === ""}>
        {isBlocked ? `Promote version ${candidate} against the gate` : `Promote version ${candidate}`}
      </Button>
    </form>
  );
}
