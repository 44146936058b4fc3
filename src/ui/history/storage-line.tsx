import { useEffect, useState } from "react";
import { requestPersistence, storageSpace, type StorageSpace } from "../../db/storage-space.ts";
import { Button } from "../shared/button.tsx";
import { formatBytes } from "../shared/format.ts";
import styles from "./history.module.css";

const MEANING: Readonly<Record<StorageSpace["persistence"], string>> = {
  kept: "This browser has agreed to keep saved checks until you delete them.",
  "may-be-cleared": "This browser has not agreed to keep saved checks: it may clear them when the device runs low on space. Back up what must last.",
  unknown: "This browser does not say whether it keeps saved checks. Back up what must last.",
};

/** The space in use and whether the browser keeps it; read again when `revision` changes. */
export function StorageLine({ revision }: { readonly revision: number }) {
  const [space, setSpace] = useState<StorageSpace | null>(null);
  const [wasRefused, setWasRefused] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    void storageSpace().then((read) => {
      if (isCurrent) setSpace(read);
    });
    return () => {
      isCurrent = false;
    };
  }, [revision]);

  async function ask(): Promise<void> {
    const answer = await requestPersistence();
    setSpace(answer);
    setWasRefused(answer.persistence !== "kept");
  }

  if (space === null) return null;
  const { persistence, usedBytes, quotaBytes } = space;
  return (
    <div className={styles.storage} role="status">
      <p>
        {usedBytes !== null && quotaBytes !== null && `${formatBytes(usedBytes)} in use of ${formatBytes(quotaBytes)} available. `}
        {MEANING[persistence]}
        {wasRefused && persistence === "may-be-cleared" && " It has refused again; most browsers agree once Isoline is installed as an app or bookmarked."}
      </p>
      {persistence === "may-be-cleared" && <Button variant="link" onClick={() => void ask()}>Ask the browser to keep them</Button>}
    </div>
  );
}
