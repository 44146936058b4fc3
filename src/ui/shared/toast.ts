import { createContext, useContext } from "react";

/** A short word on what has just been done, with a way back where there is one. */
export interface Toast {
  readonly message: string;
  readonly undo?: () => void;
}

export const ToastContext = createContext<((toast: Toast) => void) | null>(null);

/** Shows a toast in place of the one before it: `const toast = useToast(); toast({ message: "Deleted", undo })`. */
export function useToast(): (toast: Toast) => void {
  const show = useContext(ToastContext);
  if (show === null) throw new Error("useToast needs a ToastProvider above it.");
  return show;
}
