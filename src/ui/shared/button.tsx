import type { ComponentProps } from "react";
import styles from "./button.module.css";

interface ButtonProps extends Omit<ComponentProps<"button">, "className"> {
  /** `primary`: the one thing to do next; `plain`: the rest; `link`: inside a sentence */
  readonly variant?: "primary" | "plain" | "link";
  /** shortcut that does the same, as in `useKeys`; announced and shown on hover */
  readonly keys?: string;
}

export function Button({ variant = "plain", keys, type = "button", title, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={styles[variant]}
      title={title ?? (keys === undefined ? undefined : `Key: ${keys.replace("Mod", "Ctrl/⌘")}`)}
      aria-keyshortcuts={keys?.replace("Mod", "Control")}
    />
  );
}
