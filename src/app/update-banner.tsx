import { useState } from "react";
import { Button } from "../ui/shared/button.tsx";
import styles from "./update-banner.module.css";

/** Offers a new version; it starts when the user says so. */
export function UpdateBanner({ onReload }: { readonly onReload: () => void }) {
  const [answer, setAnswer] = useState<"none" | "reload" | "later">("none");
  if (answer === "later") return null;
  const reload = () => {
    setAnswer("reload");
    onReload();
  };
  return (
    <div role="status" className={styles.banner}>
      <span>A new version is ready. Reload when it suits you; saved checks stay.</span>
      <Button onClick={reload} disabled={answer === "reload"}>{answer === "reload" ? "Reloading…" : "Reload"}</Button>
      <Button onClick={() => setAnswer("later")}>Later</Button>
    </div>
  );
}
