import { useId, useLayoutEffect, useRef, type ReactNode } from "react";
import { Button } from "./button.tsx";
import styles from "./dialog.module.css";

interface DialogProps {
  readonly title: string;
  /** asked for by Esc and the close button; the parent then stops rendering the dialog */
  readonly onClose: () => void;
  readonly closeLabel?: string;
  readonly width?: "narrow" | "wide";
  readonly children: ReactNode;
}

/** A modal dialog: open while it is rendered; focus goes back where it was when it leaves. */
export function Dialog({ title, onClose, closeLabel = "Close", width = "narrow", children }: DialogProps) {
  const titleId = useId();
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // Not the close button, which the browser would choose.
    heading.current?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className={styles[width]}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // The browser closes a dialog on a second Esc without asking; an event left over from unmounting finds it open again or gone.
      onClose={(event) => {
        if (!event.currentTarget.open) onClose();
      }}
    >
      <div className={styles.top}>
        <h2 ref={heading} id={titleId} tabIndex={-1}>{title}</h2>
        <Button onClick={onClose} keys="Escape">{closeLabel}</Button>
      </div>
      {children}
    </dialog>
  );
}
