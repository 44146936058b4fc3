import { useMemo, useState } from "react";
import type { LoadedRecordingCheck } from "../../../db/records.ts";
import { ConfusionMatrixTable } from "../../beats/overview/confusion-matrix-table.tsx";
import { Card } from "../../shared/card.tsx";
import { formatCount, formatCounted } from "../../shared/format.ts";
import { CheckChoice } from "./check-choice.tsx";
import { CLASSES_OR_NOTHING, classDifferences } from "./class-differences.ts";
import { RecordingDifferences } from "./recording-differences.tsx";
import styles from "../compare.module.css";

interface RecordingComparisonProps {
  /** of the same file, at least two */
  readonly checks: readonly LoadedRecordingCheck[];
  /** one a check */
  readonly titles: readonly string[];
  readonly resultHref: (checkId: string, beat: number | null, atS: number | null) => string;
}

type Cell = readonly [first: number, second: number];

/** Two checks of a recording, beat by beat: how often one says what where the other says what, and the beats on which they differ. */
export function RecordingComparison({ checks, titles, resultHref }: RecordingComparisonProps) {
  const [pair, setPair] = useState<readonly [first: number, second: number]>([0, 1]);
  const [cell, setCell] = useState<Cell | null>(null);
  const [first, second] = [checks[pair[0]], checks[pair[1]]];
  const { matrix, differing } = useMemo(() => classDifferences(first, second), [first, second]);
  const listed = useMemo(() => (cell === null ? differing : differing.filter(({ beatClass }) => beatClass[0] === cell[0] && beatClass[1] === cell[1])), [differing, cell]);
  const named = checks.map(({ record: { leadNames, leadIndex } }, i) => `${titles[i]}, lead ${leadNames[leadIndex]}`);
  const total = matrix.reduce((sum, row) => sum + row.reduce((of, count) => of + count, 0), 0);
  const choose = (changed: readonly [number, number]) => {
    setPair(changed);
    setCell(null);
  };
  return (
    <>
      <Card heading="Classes of the two, beat by beat" note={`${formatCounted(differing.length, "beat")} of ${formatCount(total)} not by both`}>
        {checks.length > 2 && (
          <div className={styles.pair}>
            <CheckChoice label="Rows" names={named} chosen={pair[0]} other={pair[1]} onChoose={(index) => choose([index, pair[1]])} />
            <CheckChoice label="Columns" names={named} chosen={pair[1]} other={pair[0]} onChoose={(index) => choose([pair[0], index])} />
          </div>
        )}
        <p className={styles.note}>
          First: {named[pair[0]]}. Second: {named[pair[1]]}. Beats found at most 150 ms apart are one beat; –: none was found.
        </p>
        <div className={styles.scroll} tabIndex={0} role="region" aria-label="Table of classes">
          <div className={styles.matrix}>
            <ConfusionMatrixTable
              counts={matrix} fileClasses={CLASSES_OR_NOTHING} modelClasses={CLASSES_OR_NOTHING} isRight={(one, other) => one === other}
              words={{ rows: "first", columns: "second", caption: "Beats, and their share of the row; framed: the same." }}
              onPick={(one, other) => setCell(one === other ? null : [one, other])}
            />
          </div>
        </div>
      </Card>
      <Card heading="Where they differ" note={cell === null ? formatCounted(listed.length, "beat") : `${CLASSES_OR_NOTHING[cell[0]].code} in the first, ${CLASSES_OR_NOTHING[cell[1]].code} in the second: ${formatCounted(listed.length, "beat")}`}>
        <RecordingDifferences
          beats={listed} checks={[first, second]} titles={[named[pair[0]], named[pair[1]]]} resultHref={resultHref}
          onAll={cell === null ? null : () => setCell(null)}
        />
      </Card>
    </>
  );
}
