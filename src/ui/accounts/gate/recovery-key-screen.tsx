import { Button } from "../../shared/button.tsx";
import { RecoveryKeyCard } from "../recovery-key-card.tsx";
import { useState } from "react";
import { GateFrame } from "./gate-frame.tsx";
import styles from "./gate.module.css";

interface RecoveryKeyScreenProps {
  readonly recoveryKey: string;
  readonly onKept: () => void;
}

/** The recovery key, shown once; on goes who says that it is kept. */
export function RecoveryKeyScreen({ recoveryKey, onKept }: RecoveryKeyScreenProps) {
  const [isKept, setIsKept] = useState(false);
  return (
    <GateFrame title="Keep the recovery key">
      <RecoveryKeyCard recoveryKey={recoveryKey} />
      <form
        className={styles.after}
        onSubmit={(event) => {
          event.preventDefault();
          onKept();
        }}
      >
        <label className={styles.kept}>
          <input type="checkbox" checked={isKept} onChange={() => setIsKept(!isKept)} />
          I have kept it
        </label>
        <Button type="submit" variant="primary" disabled={!isKept}>Go on</Button>
      </form>
    </GateFrame>
  );
}
