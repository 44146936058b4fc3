import type { ShippedPackage } from "./shipped.ts";
import styles from "./licences.module.css";

interface LicenceRowProps {
  readonly shipped: ShippedPackage;
  readonly text: string;
}

/** A package, and its licence's text when it is asked for. */
export function LicenceRow({ shipped: { name, version, licence }, text }: LicenceRowProps) {
  return (
    <li>
      <details>
        <summary><span className={styles.name}>{name}</span> {version} · {licence}</summary>
        <pre className={styles.text} tabIndex={0} role="region" aria-label={`Licence of ${name} ${version}`}>{text}</pre>
      </details>
    </li>
  );
}
