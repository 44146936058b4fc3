import type { LoadedCheck } from "../../db/records.ts";
import { sameFiles } from "../history/history-list.ts";
import { Card } from "../shared/card.tsx";
import { EmptyState } from "../shared/empty-state.tsx";
import { formatCounted } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useDelayed } from "../shared/use-delayed.ts";
import { checkTitles } from "./agreement.ts";
import { BeatComparison } from "./beats/beat-comparison.tsx";
import { ComparisonTable } from "./comparison-table.tsx";
import { HeartRateComparison } from "./heart-rate-comparison.tsx";
import { RecordingComparison } from "./recordings/recording-comparison.tsx";
import { useChecks } from "./use-checks.ts";
import styles from "./compare.module.css";

interface CompareScreenProps {
  readonly checkIds: readonly string[];
  /** must stay the same between renders */
  readonly loadCheck: (id: string) => Promise<LoadedCheck | undefined>;
  readonly resultHref: (id: string, beat?: number | null, atS?: number | null) => string;
  readonly detectorName: (id: string) => string;
  readonly historyHref: string;
}

/** Checks of one file side by side: their figures, where they agree, and each patient or beat as each check sees it. */
export function CompareScreen({ checkIds, loadCheck, resultHref, detectorName, historyHref }: CompareScreenProps) {
  const loading = useChecks(checkIds, loadCheck);
  const isSlow = useDelayed(loading.kind === "loading");
  const checks = loading.kind === "loaded" && sameFiles(loading.checks.map(({ record }) => record)) ? loading.checks : null;
  const toHistory = <a href={historyHref}>Open History</a>;

  const heading = <h1 tabIndex={-1}>Compare</h1>;
  if (loading.kind === "loading") return <div className={styles.screen}>{heading}{isSlow && <p role="status">Reading the saved checks …</p>}</div>;
  if (loading.kind === "failed") return <div className={styles.screen}>{heading}<ProblemAlert problem={loading.problem}>{toHistory}</ProblemAlert></div>;
  if (loading.kind === "missing") {
    return (
      <div className={styles.screen}>
        {heading}
        <EmptyState title={`${formatCounted(loading.count, "check")} of ${checkIds.length} ${loading.count === 1 ? "is" : "are"} not on this device`} actions={toHistory}>
          What was deleted or made in another browser cannot be compared. Pick two or more checks of one file under History.
        </EmptyState>
      </div>
    );
  }
  if (checks === null) {
    return (
      <div className={styles.screen}>
        {heading}
        <EmptyState title="These checks are of different files" actions={toHistory}>
          Only checks of the same file, byte for byte, can be compared row by row. Pick two or more checks of one file under History.
        </EmptyState>
      </div>
    );
  }

  const titles = checkTitles(checks, detectorName);
  const [{ record }] = checks;
  const heartRate = checks.filter((check) => check.kind === "heart-rate");
  const beats = checks.filter((check) => check.kind === "beats");
  const recordings = checks.filter((check) => check.kind === "recording");
  return (
    <div className={styles.screen}>
      <div>
        {heading}
        <p className={styles.note}>{formatCounted(checks.length, "check")} of {record.files.map(({ name }) => name).join(", ")}, each at its own threshold</p>
      </div>
      <Card heading="Figures" note="each detector’s name opens its result">
        <ComparisonTable checks={checks} titles={titles} resultHref={resultHref} />
      </Card>
      {heartRate.length === checks.length && <HeartRateComparison checks={heartRate} titles={titles} />}
      {beats.length === checks.length && <BeatComparison checks={beats} titles={titles} resultHref={resultHref} />}
      {recordings.length === checks.length && recordings.length > 1 && <RecordingComparison checks={recordings} titles={titles} resultHref={resultHref} />}
    </div>
  );
}
