import { formatShare } from "../shared/format.ts";
import { intervalText, type Figure } from "./card-figures.ts";
import styles from "./figure-list.module.css";

/** Figures with their intervals, side by side. */
export function FigureList({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <ul className={styles.list}>
      {figures.map(({ name, measured }) => {
        const interval = intervalText(measured);
        return (
          <li key={name}>
            <span className={styles.name}>{name}</span> <b className={styles.value}>{formatShare(measured.value)}</b>{" "}
            {interval !== "" && <span className={styles.interval}>({interval})</span>}
          </li>
        );
      })}
    </ul>
  );
}
