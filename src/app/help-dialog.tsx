import { Fragment } from "react";
import { Dialog } from "../ui/shared/dialog.tsx";
import { KeyCaps } from "../ui/shared/key-caps.tsx";
import type { Shortcut } from "../ui/shared/keys.ts";
import { setSingleKeys, useSingleKeys } from "../ui/shared/single-keys.ts";
import { useActiveKeys } from "../ui/shared/use-keys.ts";
import styles from "./help-dialog.module.css";

/** Every key that does something now, under the part of the screen it belongs to. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const areOn = useSingleKeys();
  const groups = new Map<string, Shortcut[]>();
  for (const { name, shortcuts } of useActiveKeys()) groups.set(name, [...(groups.get(name) ?? []), ...shortcuts]);
  return (
    <Dialog title="Keys" onClose={onClose}>
      {[...groups].map(([name, shortcuts]) => (
        <Fragment key={name}>
          <h3 className={styles.group}>{name}</h3>
          <dl className={styles.keys}>
            {shortcuts.map(({ keys, label }) => (
              <div key={keys + label}>
                <dt><KeyCaps keys={keys} /></dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </Fragment>
      ))}
      <label className={styles.single}>
        <input type="checkbox" checked={areOn} onChange={() => setSingleKeys(!areOn)} />
        Single keys act
      </label>
      <p className={styles.note}>Turn single keys off if you dictate. They rest while you type in a field. Tab and Shift Tab reach every control; Space and Enter work it.</p>
    </Dialog>
  );
}
