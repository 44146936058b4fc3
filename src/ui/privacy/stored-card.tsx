import { useEffect, useState } from "react";
import { storageSpace, type StorageSpace } from "../../db/storage-space.ts";
import { Card } from "../shared/card.tsx";
import { Facts, type Fact } from "../shared/facts.tsx";
import { formatBytes } from "../shared/format.ts";

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
      <Facts facts={STORED} />
    </Card>
  );
}

const STORED: readonly Fact[] = [
  ["Checks, accounts, models, log", "In this browser’s database (IndexedDB), for this site and this browser profile only. What is about a patient is encrypted there; in a demo without account it is in memory alone, and gone with the tab."],
  ["The files you open", "Stay where they are. Their signals are kept with the check, not the files."],
  ["Display settings", "Three small values in the browser’s local storage: whether single keys act, whether alerts notify, the size of your screen."],
  ["The app itself", "Its files, in the browser’s cache, so that it works without a network."],
  ["What you export, print or back up", "Goes where you save it. From then on it is in your hands; each is written into the activity log."],
  ["Cookies, telemetry", "None."],
];
