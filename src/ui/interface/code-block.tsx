import styles from "./code-block.module.css";

/** Code to read and copy; scrolls by keyboard too. */
export function CodeBlock({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div role="region" aria-label={label} tabIndex={0} className={styles.block}>
      <pre>{text}</pre>
    </div>
  );
}
