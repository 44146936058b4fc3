import { useEffect, useState } from "react";
import { storageSpace, type StorageSpace } from "../../db/storage-space.ts";
import { Card } from "../shared/card.tsx";
import { formatBytes } from "../shared/format.ts";
import styles from "./privacy.module.css";

/** What Isoline keeps on this device, and where. */
export function StoredCard() {
  const [space, setSpace] = useState<StorageSpace | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void storageSpace().then((answer) => isCurrent && setSpace(answer));
    return () => {
      isCurrent = false;
    };
  }, []);
  const used = space?.usedBytes ?? null;
  return (
    <Card heading="What is kept here" note={used === null ? undefined : `${formatBytes(used)} in all`}>
      <dl className={styles.facts}>
        {STORED.map(({ what, where }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{where}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

const STORED = [
  { what: "Checks, accounts, models, log", where: "In this browser’s database (IndexedDB), for this site and this browser profile only. What is about a patient is encrypted there; in a demo without account it is in memory alone, and gone with the tab." },
  { what: "The files you open", where: "Stay where they are. Their signals are kept with the check, not the files." },
  { what: "Display settings", where: "Three small values in the browser’s local storage: whether single keys act, whether alerts notify, the size of your screen." },
  { what: "The app itself", where: "Its files, in the browser’s cache, so that it works without a network." },
  { what: "What you export, print or back up", where: "Goes where you save it. From then on it is in your hands; each is written into the activity log." },
  { what: "Cookies, telemetry", where: "None." },
] as const;
