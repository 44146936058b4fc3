import type { LoadedBeatCheck } from "../../../db/records.ts";
import { CLASSES } from "../../../ecg/beats/classes.ts";
import { UNLABELLED } from "../../../ecg/table.ts";
import { formatCount, formatCounted, NO_VALUE } from "../../shared/format.ts";
import { VisuallyHidden } from "../../shared/visually-hidden.tsx";
import type { BeatAgreement } from "./beat-agreement.ts";
import styles from "../compare.module.css";

interface BeatDifferencesProps {
  readonly checks: readonly LoadedBeatCheck[];
  readonly titles: readonly string[];
  readonly agreement: BeatAgreement;
  readonly resultHref: (checkId: string, beat: number) => string;
}

/** Longer lists are counted, not listed: each check's gallery has them all. */
const LISTED = 200;

/** The beats that not all checks take for the same, each with a link to it in each check. */
export function BeatDifferences({ checks, titles, agreement: { classes, predicted, differing }, resultHref }: BeatDifferencesProps) {
  const [{ beats, record }] = checks;
  if (differing.length === 0) return <p className={styles.note}>They agree on every beat.</p>;
  const trueCode = (label: number) => (beats.scheme === null || label === UNLABELLED ? NO_VALUE : CLASSES[beats.scheme][label].code);
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Beats on which the checks differ">
      <table>
        <thead>
          <tr>
            <th scope="col">Beat</th>
            <th scope="col">Where</th>
            <th scope="col">Label</th>
            {titles.map((title) => <th key={title} scope="col">{title}</th>)}
          </tr>
        </thead>
        <tbody>
          {differing.slice(0, LISTED).map((beat) => (
            <tr key={beat}>
              <th scope="row">{formatCount(beat + 1)}</th>
              <td>{record.files[beats.file[beat]].name}, line {formatCount(beats.line[beat])}</td>
              <td>{trueCode(beats.label[beat])}</td>
              {checks.map((check, i) => (
                <td key={check.record.id}>
                  <a href={resultHref(check.record.id, beat)}>
                    {classes[predicted[i][beat]].code}
                    <VisuallyHidden>: beat {beat + 1} in {titles[i]}</VisuallyHidden>
                  </a>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {differing.length > LISTED && <p className={styles.note}>These are the first; {formatCounted(differing.length - LISTED, "more beat")}.</p>}
    </div>
  );
}
