import { useRef, type KeyboardEvent } from "react";
import styles from "./tabs.module.css";

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

interface TabsProps<Id extends string> {
  /** what the tabs are of, for screen readers */
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly shown: Id;
  readonly onShow: (id: Id) => void;
  /** element that holds what the tab shown shows; it is to have the role tabpanel */
  readonly panelId: string;
}

/** A row of tabs, as the ARIA pattern has them: arrows move along, and what they reach is shown. */
export function Tabs<Id extends string>({ label, tabs, shown, onShow, panelId }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  const go = (index: number) => {
    onShow(tabs[index].id);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]").item(index).focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === shown);
    const target = { ArrowRight: (at + 1) % tabs.length, ArrowLeft: (at - 1 + tabs.length) % tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    go(target);
  };
  return (
    // The tabs take the focus, the list only hears their keys.
    // eslint-disable-next-line jsx-a11y/interactive-supports-focus
    <div ref={list} role="tablist" aria-label={label} className={styles.tabs} onKeyDown={onKeyDown}>
      {tabs.map(({ id, label: name }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`${panelId}-${id}`}
          className={styles.tab}
          aria-selected={id === shown}
          aria-controls={panelId}
          tabIndex={id === shown ? 0 : -1}
          onClick={() => onShow(id)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
