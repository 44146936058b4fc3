import { useState } from "react";
import { DecisionDialog } from "../registry/decision-dialog.tsx";
import { Button } from "../shared/button.tsx";
import { useServices } from "../shared/services.ts";
import styles from "./demo-banner.module.css";

/** Says, as long as the demo lasts, that nothing is kept, and leads to an account. */
export function DemoBanner() {
  const { session, lock } = useServices();
  const [isLeaving, setIsLeaving] = useState(false);
  if (session.kind !== "demo") return null;
  return (
    <aside aria-label="Demo" className={styles.banner}>
      <span>Demo: nothing is kept when this page closes.</span>
      <Button variant="link" onClick={() => setIsLeaving(true)}>Create an account or sign in</Button>
      {isLeaving && (
        <DecisionDialog
          title="End the demo?" sentence="What was opened and checked in it is gone then. Export what you want to keep."
          action="End the demo" asksReason={false} onDecide={async () => lock("asked")} onClose={() => setIsLeaving(false)}
        />
      )}
    </aside>
  );
}
