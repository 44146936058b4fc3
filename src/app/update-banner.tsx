import { useState } from "react";
import { Button } from "../ui/shared/button.tsx";
import styles from "./update-banner.module.css";

interface UpdateBannerProps {
  readonly onReload: () => void;
  /** a check is under way, which a reload would end */
  readonly isHeld: boolean;
}

/** Offers a new version; it starts when the user says so. */
export function UpdateBanner({ onReload, isHeld }: UpdateBannerProps) {
  const [answer, setAnswer] = useState<"none" | "reload" | "later">("none");
  // A check was begun before the new version was: the user chose to stay.
  if (isHeld && answer === "reload") setAnswer("none");
  if (answer === "later") return null;
  const reload = () => {
    setAnswer("reload");
    onReload();
  };
  return (
    <div role="status" className={styles.banner}>
      <span>{isHeld ? "A new version is ready. Reload once this check has ended: it would be lost." : "A new version is ready. Reload when it suits you; saved checks stay."}</span>
      <Button onClick={reload} disabled={isHeld || answer === "reload"}>{answer === "reload" ? "Reloading…" : "Reload"}</Button>
      <Button onClick={() => setAnswer("later")}>Later</Button>
    </div>
  );
}
