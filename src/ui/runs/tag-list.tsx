import { tagText } from "./listed-runs.ts";
import styles from "./tags.module.css";

/** Tags to look at; nothing where there are none. */
export function TagList({ tags }: { readonly tags: Readonly<Record<string, string>> }) {
  const entries = Object.entries(tags);
  if (entries.length === 0) return null;
  return (
    <span className={styles.tags}>
      {entries.map(([key, value]) => <span key={key} className={styles.tag}>{tagText(key, value)}</span>)}
    </span>
  );
}
