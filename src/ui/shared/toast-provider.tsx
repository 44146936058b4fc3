import { useEffect, useState, type ReactNode } from "react";
import { Button } from "./button.tsx";
import { ToastContext, type Toast } from "./toast.ts";
import { useKeys } from "./use-keys.ts";
import styles from "./toast-provider.module.css";

const SHOWN_MS = 12_000;

/** Holds the one toast of the page, in a region that screen readers announce. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);

  useEffect(() => {
    if (toast === null) return;
    const timer = setTimeout(() => setToast(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast]);

  const undo = toast?.undo;
  const runUndo = undo && (() => {
    setToast(null);
    undo();
  });
  useKeys("Last change", runUndo === undefined ? [] : [{ keys: "Mod+z", label: "Undo", run: runUndo }]);

  return (
    <ToastContext value={setToast}>
      {children}
      <div role="status" className={styles.region}>
        {toast !== null && (
          <div className={styles.toast}>
            <span>{toast.message}</span>
            {runUndo !== undefined && <Button variant="link" onClick={runUndo} keys="Mod+z">Undo</Button>}
            <Button variant="link" onClick={() => setToast(null)}>Dismiss</Button>
          </div>
        )}
      </div>
    </ToastContext>
  );
}
