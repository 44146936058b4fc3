import { useLiveQuery } from "dexie-react-hooks";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import type { CheckRecord } from "../../db/records.ts";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import { Button } from "../shared/button.tsx";
import { damagedClause } from "../shared/damaged-words.ts";
import { EmptyState } from "../shared/empty-state.tsx";
import { Field } from "../shared/field.tsx";
import { formatCounted } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";
import { listedChecks, sameFiles, type SortKey } from "./history-list.ts";
import { HistoryTable } from "./history-table.tsx";
import { StorageLine } from "./storage-line.tsx";
import styles from "./history.module.css";

interface HistoryScreenProps {
  readonly checkHref: string;
  readonly resultHref: (id: string) => string;
  readonly onCompare: (ids: readonly string[]) => void;
  readonly detectorName: (id: string) => string;
}

type Stored =
  | { readonly kind: "read"; readonly checks: readonly CheckRecord[]; readonly damaged: number; readonly verdictCounts: ReadonlyMap<string, number> }
  | { readonly kind: "failed"; readonly problem: Problem };

/** Every saved check: search, open, rename, delete with undo, compare. */
export function HistoryScreen({ checkHref, resultHref, onCompare, detectorName }: HistoryScreenProps) {
  const { repository } = useServices();
  const toast = useToast();
  const [search, setSearch] = useState("");
  const [sort, setSort] = useState<SortKey>("date");
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<Problem | null>(null);

  const stored = useLiveQuery(async (): Promise<Stored> => {
    try {
      const [{ checks, damaged }, verdictCounts] = await Promise.all([repository.savedChecks(), repository.verdictCounts()]);
      return { kind: "read", checks, damaged, verdictCounts };
    } catch (cause) {
      return { kind: "failed", problem: toProblem(cause) };
    }
  }, [repository]);

  const attempt = useCallback((work: Promise<void>) => {
    setFailure(null);
    work.catch((cause: unknown) => setFailure(toProblem(cause)));
  }, []);
  const remove = useCallback((check: CheckRecord) => {
    attempt(
      repository.deleteCheck(check.id).then((how) =>
        toast(how === "for good"
          ? { message: `Deleted ${check.name} for good, since there was no space left to keep it` }
          : { message: `Deleted ${check.name}`, undo: () => attempt(repository.restoreCheck(check.id)) }),
      ),
    );
  }, [attempt, repository, toast]);
  const removeDamaged = () => attempt(repository.removeDamagedChecks().then((removed) => toast({ message: `Removed ${formatCounted(removed, "damaged check")} for good` })));
  const rename = useCallback((check: CheckRecord, name: string) => attempt(repository.renameCheck(check.id, name)), [attempt, repository]);
  const pick = useCallback((id: string, isPicked: boolean) => {
    setPicked((before) => new Set(isPicked ? [...before, id] : [...before].filter((other) => other !== id)));
  }, []);

  const settledSearch = useDeferredValue(search);
  /** Records of recordings do not name the patient: these are found by the exact ID. */
  const ofPatient = useLiveQuery(async () => {
    const patientId = settledSearch.trim();
    return patientId === "" ? [] : (await repository.checksOfPatient(patientId)).map(({ id }) => id);
  }, [repository, settledSearch]);
  const listed = useMemo(
    () => (stored?.kind === "read" ? listedChecks(stored.checks, settledSearch, sort, detectorName, new Set(ofPatient)) : []),
    [stored, settledSearch, sort, detectorName, ofPatient],
  );

  const heading = <h1 tabIndex={-1}>History</h1>;
  if (stored === undefined) return <div className={styles.screen}>{heading}<p role="status">Reading the saved checks …</p></div>;
  if (stored.kind === "failed") return <div className={styles.screen}>{heading}<ProblemAlert problem={stored.problem} /></div>;

  const { checks, damaged, verdictCounts } = stored;
  const pickedChecks = checks.filter(({ id }) => picked.has(id));
  const comparable = pickedChecks.length >= 2 && sameFiles(pickedChecks);
  return (
    <div className={styles.screen}>
      {heading}
      {failure !== null && <ProblemAlert problem={failure} />}
      {damaged > 0 && (
        <ProblemAlert problem={{ sentence: `${damagedClause(damaged, "saved check on this device", "saved checks on this device")}. The others are as they were; restore what is missing from a backup, and tell whoever answers for this device. To remove what is damaged takes it off this device for good, with its signals and verdicts.` }}>
          <Button onClick={removeDamaged}>Remove {damaged === 1 ? "it" : "them"}</Button>
        </ProblemAlert>
      )}
      {checks.length === 0 ? (
        <EmptyState title="No saved checks yet" actions={<a href={checkHref}>Go to Check</a>}>
          Every check is saved here on this device when it ends. Drop a heart-rate or beat table under Check, or try the sample data there.
        </EmptyState>
      ) : (
        <>
          <div className={styles.tools}>
            <Field label="Search">
              <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
            </Field>
            <Field label="Sort by">
              <select value={sort} onChange={(event) => setSort(event.target.value as SortKey)}>
                <option value="date">Newest</option>
                <option value="name">Name</option>
                <option value="predicted">Most predicted</option>
                <option value="f1">Best F1</option>
              </select>
            </Field>
            <Button disabled={!comparable} onClick={() => onCompare(pickedChecks.map(({ id }) => id))}>
              Compare {pickedChecks.length >= 2 ? pickedChecks.length : ""} checks
            </Button>
            <p className={styles.hint} role="status">{compareHint(pickedChecks, comparable)}</p>
          </div>
          {listed.length === 0 ? (
            <p role="status">No saved check matches “{settledSearch}”. Clear the search to see all {formatCounted(checks.length, "check")}.</p>
          ) : (
            <HistoryTable
              checks={listed}
              verdictCounts={verdictCounts}
              detectorName={detectorName}
              picked={picked}
              onPick={pick}
              resultHref={resultHref}
              onRename={rename}
              onDelete={remove}
            />
          )}
        </>
      )}
      <StorageLine revision={checks.length} />
    </div>
  );
}

function compareHint(picked: readonly CheckRecord[], comparable: boolean): string {
  if (comparable) return "";
  return picked.length >= 2 ? "Only checks of the same file can be compared." : "Pick two or more checks of one file to compare them.";
}
