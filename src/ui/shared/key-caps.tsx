import { keyCaps } from "./keys.ts";
import styles from "./key-caps.module.css";

const onMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** A shortcut drawn as key caps: `<KeyCaps keys="Mod+Enter" />`. */
export function KeyCaps({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.caps}>
      {keyCaps(keys, onMac).map((cap) => <kbd key={cap}>{cap}</kbd>)}
    </span>
  );
}
