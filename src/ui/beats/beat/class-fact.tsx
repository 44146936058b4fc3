import type { MarkedClass } from "../gallery/beat-words.ts";
import { ClassMark } from "../gallery/class-mark.tsx";
import styles from "./beat-facts-list.module.css";

interface ClassFactProps {
  readonly term: string;
  readonly kind: "true" | "predicted" | "relabelled";
  /** null where nobody said */
  readonly given: MarkedClass | null;
}

/** One line of a beat's facts: a class with its mark and name. */
export function ClassFact({ term, kind, given }: ClassFactProps) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {given === null ? (
          <span className={styles.none}>{kind === "true" ? "not labelled" : "no"}</span>
        ) : (
          <><ClassMark kind={kind} code={given.code} isAnomalous={given.isAnomalous} /> {given.name}</>
        )}
      </dd>
    </div>
  );
}
