import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import type { LogEntry } from "../../lifecycle/log/log-entry.ts";
import { LogRow } from "./log-row.tsx";
import styles from "./log-table.module.css";

const ROW_PX = 44;
const ROWS_BEYOND_SIGHT = 12;

/** Entries, of which only those in sight are in the page. */
export function LogTable({ entries }: { readonly entries: readonly LogEntry[] }) {
  const box = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing compiles away the virtualizer's new answers: the React Compiler is not in use
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => entries[index].sequence,
    overscan: ROWS_BEYOND_SIGHT,
  });
  return (
    <div ref={box} className={styles.box} tabIndex={0} role="region" aria-label="Entries of the log">
      <div role="table" aria-label="Activity log" aria-rowcount={entries.length + 1}>
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.row}>
            {["No.", "Time", "Who", "Action", "What", "Details"].map((name) => <span key={name} role="columnheader">{name}</span>)}
          </div>
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ key, index, start }) => (
            <div key={key} ref={rows.measureElement} data-index={index} role="row" aria-rowindex={index + 2} className={`${styles.row} ${styles.placed}`} style={{ transform: `translateY(${start}px)` }}>
              <LogRow entry={entries[index]} />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
