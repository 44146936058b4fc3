import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { toProblem, type Problem } from "../../../ecg/problem.ts";
import type { CheckRecord } from "../../../db/records.ts";
import type { ThresholdChange } from "../../../db/checks/check-store.ts";
import { useServices } from "../../shared/services.ts";

/** What is counted at a threshold; `pooled` is saved with it. */
interface Counted {
  readonly threshold: number;
  readonly pooled: Pick<ThresholdChange, "predicted" | "confusion">;
}

interface ThresholdInUse<Counts> {
  /** where the slider is */
  readonly threshold: number;
  readonly setThreshold: (threshold: number) => void;
  /** counted from the saved scores; a render behind `threshold` while the slider moves fast */
  readonly counts: Counts;
  /** why the threshold could not be saved */
  readonly problem: Problem | null;
}

/** The slider rests this long before its place is saved. */
const SAVE_AFTER_MS = 400;

/**
 * The threshold in use and what follows from it; saved with the check, also when the page is left at once.
 * `count` must stay the same between renders.
 */
export function useThreshold<Counts extends Counted>(
  record: Pick<CheckRecord, "id"> & { readonly threshold: number },
  count: (threshold: number) => Counts,
): ThresholdInUse<Counts> {
  const { repository } = useServices();
  const { id } = record;
  const [threshold, setThreshold] = useState(record.threshold);
  const [problem, setProblem] = useState<Problem | null>(null);
  const settled = useDeferredValue(threshold);
  const counts = useMemo(() => count(settled), [count, settled]);

  const saved = useRef(record.threshold);
  const unsaved = useRef<(() => void) | null>(null);
  useEffect(() => {
    if (counts.threshold === saved.current && unsaved.current === null) return;
    unsaved.current = () => {
      unsaved.current = null;
      saved.current = counts.threshold;
      const { predicted, confusion } = counts.pooled;
      repository.setThreshold(id, { threshold: counts.threshold, predicted, confusion }).then(
        () => setProblem(null),
        (cause: unknown) => setProblem(toProblem(cause)),
      );
    };
    const timer = setTimeout(() => unsaved.current?.(), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [repository, id, counts]);
  useEffect(() => () => unsaved.current?.(), []);

  return { threshold, setThreshold, counts, problem };
}
