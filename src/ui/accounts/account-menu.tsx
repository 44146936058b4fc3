import { useEffect, useId, useRef, useState } from "react";
import { Button } from "../shared/button.tsx";
import { useServices } from "../shared/services.ts";
import { useKeys } from "../shared/use-keys.ts";
import { ChangePassphraseDialog } from "./change-passphrase-dialog.tsx";
import { PasskeyDialog } from "./passkey-dialog.tsx";
import styles from "./account-menu.module.css";

type Opened = "nothing" | "menu" | "passphrase" | "passkey";

/** Who is signed in, and what concerns them alone; Lock by key on every screen. */
export function AccountMenu({ accountsHref }: { readonly accountsHref: string }) {
  const { session, lock } = useServices();
  const [opened, setOpened] = useState<Opened>("nothing");
  const menuId = useId();
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = opened === "menu";
  const isDemo = session.kind === "demo";

  useKeys("Everywhere", [
    { keys: "Shift+L", label: isDemo ? "End the demo" : "Lock now", run: () => lock("asked") },
    ...(isOpen ? [{ keys: "Escape", label: "Close the menu", run: close }] : []),
  ]);
  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && place.current?.contains(event.target) === false) setOpened("nothing");
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
    };
  }, [isOpen]);

  function close(): void {
    setOpened("nothing");
    button.current?.focus();
  }

  return (
    <div ref={place} className={styles.place}>
      <button ref={button} type="button" className={styles.name} aria-label={`Account: ${session.name}`} aria-expanded={isOpen} aria-controls={menuId} onClick={() => setOpened(isOpen ? "nothing" : "menu")}>
        {session.name}
      </button>
      <ul id={menuId} className={styles.menu} hidden={!isOpen} aria-label="Account">
        <li><Button keys="Shift+L" onClick={() => lock("asked")}>{isDemo ? "End the demo" : "Lock now"}</Button></li>
        {!isDemo && (
          <>
            <li><Button onClick={() => setOpened("passphrase")}>Change passphrase</Button></li>
            <li><Button onClick={() => setOpened("passkey")}>Passkey</Button></li>
            <li><a href={accountsHref} onClick={() => setOpened("nothing")}>Accounts</a></li>
          </>
        )}
      </ul>
      {opened === "passphrase" && <ChangePassphraseDialog onClose={close} />}
      {opened === "passkey" && <PasskeyDialog onClose={close} />}
    </div>
  );
}
