import { Fragment } from "react";
import { Button } from "../shared/button.tsx";
import styles from "./type-text.module.css";

interface TypeTextProps {
  readonly type: string;
  /** of the types that the reference has */
  readonly names: ReadonlySet<string>;
}

/** The id of an entry's heading. */
export const entryId = (name: string): string => `interface-${name}`;

/** A type as TypeScript writes it; the names in it lead to their entries. */
export function TypeText({ type, names }: TypeTextProps) {
  const parts = type.split(/\b([A-Z]\w+)\b/);
  return (
    <code className={styles.type}>
      {parts.map((part, index) => (
        <Fragment key={index}>{names.has(part) ? <Button variant="link" onClick={() => show(part)}>{part}</Button> : part}</Fragment>
      ))}
    </code>
  );
}

function show(name: string): void {
  const heading = document.getElementById(entryId(name));
  heading?.scrollIntoView({ block: "start" });
  heading?.focus();
}
