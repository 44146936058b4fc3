import { useState } from "react";
import type { Suspension } from "../../lifecycle/registry/model-version.ts";
import { modelName } from "../../models/catalog.ts";
import { useRestriction } from "../accounts/use-restriction.ts";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { formatDateTime } from "../shared/format.ts";
import { LiftDialog } from "./lift-dialog.tsx";
import styles from "./monitoring.module.css";

/** The versions that must not answer, and why. */
export function SuspensionsCard({ suspensions }: { readonly suspensions: readonly Suspension[] }) {
  const [lifting, setLifting] = useState<Suspension | null>(null);
  const restriction = useRestriction("set rules and lift suspensions");
  return (
    <Card heading="Suspended models" note="they refuse to run until this is lifted or another version is champion">
      <ul className={styles.list}>
        {suspensions.map((suspension) => {
          const name = `${modelName(suspension.modelId)} version ${suspension.version}`;
          return (
            <li key={name} className={`${styles.item} ${styles.new}`}>
              <div>
                <p><strong>{name}</strong>: {suspension.why}.</p>
                {suspension.at !== "" && <p className={styles.note}>Since {formatDateTime(suspension.at)}</p>}
              </div>
              <div className={styles.actions}><Button {...restriction} onClick={() => setLifting(suspension)} aria-label={`Lift the suspension of ${name}`}>Lift …</Button></div>
            </li>
          );
        })}
      </ul>
      {lifting !== null && <LiftDialog suspension={lifting} onClose={() => setLifting(null)} />}
    </Card>
  );
}
