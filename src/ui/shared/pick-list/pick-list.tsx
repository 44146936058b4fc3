import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { placeAfter } from "./place-after.ts";
import { useVisibleRows } from "./use-visible-rows.ts";
import styles from "./pick-list.module.css";

interface PickListProps<Item> {
  readonly label: string;
  /** in the order shown */
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** index of the one picked, −1 for none */
  readonly picked: number;
  readonly onPick: (item: Item) => void;
  readonly rowHeightPx: number;
  readonly className: string;
  readonly optionClassName: string;
  /** what one option shows */
  readonly children: (item: Item) => ReactNode;
}

/** One of many to pick: one tab stop, the arrow keys pick. Only rows in sight are in the page. */
export function PickList<Item>({ label, items, keyOf, picked, onPick, rowHeightPx, className, optionClassName, children }: PickListProps<Item>) {
  const { ref, from, to, scrollTo } = useVisibleRows(items.length, rowHeightPx);
  const tabStop = Math.max(picked, 0);
  const takesFocus = useRef(false);

  useLayoutEffect(() => {
    if (picked >= 0) scrollTo(picked);
    if (!takesFocus.current) return;
    takesFocus.current = false;
    ref.current?.querySelector<HTMLElement>("[aria-selected=true]")?.focus({ preventScroll: true });
  }, [ref, picked, scrollTo]);

  function pickByKey(event: KeyboardEvent, index: number): void {
    const place = event.ctrlKey || event.metaKey || event.altKey ? null : placeAfter(event.key, index, items.length - 1);
    if (place === null) return;
    event.preventDefault();
    takesFocus.current = place !== picked;
    scrollTo(place);
    onPick(items[place]);
  }

  const rendered = items.slice(from, to).map((_, i) => from + i);
  // The tab stop stays in the page while it is scrolled out of sight, so that the focus is not lost.
  if (items.length > 0 && (tabStop < from || tabStop >= to)) rendered.push(tabStop);

  return (
    <div ref={ref} role="listbox" aria-label={label} tabIndex={-1} className={`${styles.list} ${className}`}>
      <div role="presentation" className={styles.rows} style={{ height: items.length * rowHeightPx }}>
        {rendered.map((index) => (
          <div
            key={keyOf(items[index])}
            role="option"
            aria-selected={index === picked}
            aria-posinset={index + 1}
            aria-setsize={items.length}
            tabIndex={index === tabStop ? 0 : -1}
            className={`${styles.option} ${optionClassName}`}
            style={{ top: index * rowHeightPx, height: rowHeightPx }}
            onClick={() => onPick(items[index])}
            onKeyDown={(event) => pickByKey(event, index)}
          >
            {children(items[index])}
          </div>
        ))}
      </div>
    </div>
  );
}
