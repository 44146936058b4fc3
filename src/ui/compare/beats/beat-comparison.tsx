import { useMemo } from "react";
import type { LoadedBeatCheck } from "../../../db/records.ts";
import { Card } from "../../shared/card.tsx";
import { formatCount, formatCounted } from "../../shared/format.ts";
import { beatAgreement } from "./beat-agreement.ts";
import { BeatDifferences } from "./beat-differences.tsx";
import styles from "../compare.module.css";

interface BeatComparisonProps {
  /** of the same file */
  readonly checks: readonly LoadedBeatCheck[];
  /** one a check */
  readonly titles: readonly string[];
  readonly resultHref: (checkId: string, beat: number) => string;
}

/** How many beats each check takes for which class, where all agree, and the beats on which they differ. */
export function BeatComparison({ checks, titles, resultHref }: BeatComparisonProps) {
  const agreement = useMemo(() => beatAgreement(checks), [checks]);
  const { classes, predicted, byAll, differing } = agreement;
  const counts = useMemo(
    () => predicted.map((values) => classes.map((_, index) => values.filter((value) => value === index).length)),
    [predicted, classes],
  );
  return (
    <>
      <Card heading="Agreement by class" note={`${formatCounted(differing.length, "beat")} of ${formatCount(predicted[0].length)} not by all`}>
        <div className={styles.scroll} tabIndex={0} role="region" aria-label="Table of agreement">
          <table>
            <thead>
              <tr>
                <th scope="col">Predicted</th>
                {titles.map((title) => <th key={title} scope="col">{title}</th>)}
                <th scope="col">By all</th>
              </tr>
            </thead>
            <tbody>
              {classes.map(({ code, name }, index) => (
                <tr key={code}>
                  <th scope="row" title={name}>{code} {name}</th>
                  {counts.map((of, check) => <td key={checks[check].record.id}>{formatCount(of[index])}</td>)}
                  <td>{formatCount(byAll[index])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
      <Card heading="Where they differ" note={formatCounted(differing.length, "beat")}>
        <BeatDifferences checks={checks} titles={titles} agreement={agreement} resultHref={resultHref} />
      </Card>
    </>
  );
}
