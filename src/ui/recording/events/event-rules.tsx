import { EVENT_KINDS } from "../../../ecg/rhythm/rhythm-event.ts";
import { EVENT_WORDS, eventRules } from "./event-kinds.ts";
import styles from "./event-rules.module.css";

const RULES = eventRules();

/** What counts as which event. */
export function EventRules() {
  return (
    <dl className={styles.rules}>
      {EVENT_KINDS.map((kind) => (
        <div key={kind}>
          <dt>{EVENT_WORDS[kind].name}</dt>
          <dd>{RULES[kind]}</dd>
        </div>
      ))}
    </dl>
  );
}
