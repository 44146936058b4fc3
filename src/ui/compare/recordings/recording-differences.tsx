import type { LoadedRecordingCheck } from "../../../db/records.ts";
import { momentWords } from "../../recording/clock-time.ts";
import { Button } from "../../shared/button.tsx";
import { formatCounted } from "../../shared/format.ts";
import { VisuallyHidden } from "../../shared/visually-hidden.tsx";
import { CLASSES_OR_NOTHING, type DifferingBeat } from "./class-differences.ts";
import styles from "../compare.module.css";

interface RecordingDifferencesProps {
  readonly beats: readonly DifferingBeat[];
  readonly checks: readonly [LoadedRecordingCheck, LoadedRecordingCheck];
  readonly titles: readonly [string, string];
  readonly resultHref: (checkId: string, beat: number | null, atS: number | null) => string;
  /** lists all beats again; null where all are listed */
  readonly onAll: (() => void) | null;
}

/** Longer lists are counted, not listed: a cell of the table above has fewer. */
const LISTED = 200;

/** Beats that two checks of a recording do not name the same, each with a link to the moment in either check. */
export function RecordingDifferences({ beats, checks, titles, resultHref, onAll }: RecordingDifferencesProps) {
  const [{ recording: { startTime } }] = checks;
  return (
    <div>
      {onAll !== null && <Button onClick={onAll}>All beats on which they differ</Button>}
      {beats.length === 0 ? <p className={styles.note}>They agree on every beat.</p> : (
        <div className={styles.list} tabIndex={0} role="region" aria-label="Beats on which the checks differ">
          <table>
            <thead>
              <tr>
                <th scope="col">At</th>
                {titles.map((title) => <th key={title} scope="col">{title}</th>)}
              </tr>
            </thead>
            <tbody>
              {beats.slice(0, LISTED).map(({ timeS, beat, beatClass }) => (
                <tr key={beat.join(" ")}>
                  <th scope="row">{momentWords(timeS, startTime)}</th>
                  {checks.map(({ record }, side) => (
                    <td key={record.id}>
                      <a href={resultHref(record.id, beat[side], timeS)}>
                        {beat[side] === null ? "no beat" : CLASSES_OR_NOTHING[beatClass[side]].code}
                        <VisuallyHidden>: at {momentWords(timeS, startTime)} in {titles[side]}</VisuallyHidden>
                      </a>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {beats.length > LISTED && <p className={styles.note}>These are the first; {formatCounted(beats.length - LISTED, "more beat")}. Pick a cell of the table above for fewer.</p>}
    </div>
  );
}
