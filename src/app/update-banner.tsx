import { useState } from "react";
import { Button } from "../ui/shared/button.tsx";
import styles from "./update-banner.module.css";

/** Offers a new version; it starts when the user says so. */
export function UpdateBanner({ onReload }: { readonly onReload: () => void }) {
  const [isPutOff, setIsPutOff] = useState(false);
  if (isPutOff) return null;
  return (
    <div role="status" className={styles.banner}>
      <span>A new version is ready. Reload when it suits you; saved checks stay.</span>
      <Button onClick={onReload}>Reload</Button>
      <Button onClick={() => setIsPutOff(true)}>Later</Button>
    </div>
  );
}
