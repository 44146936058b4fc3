import { useEffect, useState } from "react";
import { storageSpace, type StorageSpace } from "../../db/storage-space.ts";
import { formatBytes } from "../shared/format.ts";
import styles from "./history.module.css";

const MEANING: Readonly<Record<StorageSpace["persistence"], string>> = {
  kept: "This browser has agreed to keep saved checks until you delete them.",
  "may-be-cleared": "This browser may clear saved checks when the device runs low on space. Export what must last, or install Isoline as an app.",
  unknown: "This browser does not say whether it keeps saved checks. Export what must last.",
};

/** The space in use and whether the browser keeps it; read again when `revision` changes. */
export function StorageLine({ revision }: { readonly revision: number }) {
  const [space, setSpace] = useState<StorageSpace | null>(null);
  useEffect(() => {
    let current = true;
    void storageSpace().then((read) => {
      if (current) setSpace(read);
    });
    return () => {
      current = false;
    };
  }, [revision]);
  if (space === null) return null;
  const { persistence, usedBytes, quotaBytes } = space;
  return (
    <p className={styles.storage}>
      {usedBytes !== null && quotaBytes !== null && `${formatBytes(usedBytes)} in use of ${formatBytes(quotaBytes)} available. `}
      {MEANING[persistence]}
    </p>
  );
}
