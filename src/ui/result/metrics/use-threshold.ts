import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { toProblem, type Problem } from "../../../ecg/problem.ts";
import type { LoadedCheck } from "../../../db/records.ts";
import { useServices } from "../../shared/services.ts";
import { countCheck, type CheckCounts } from "./check-counts.ts";

interface ThresholdInUse {
  /** where the slider is */
  readonly threshold: number;
  readonly setThreshold: (threshold: number) => void;
  /** counted from the saved scores; a render behind `threshold` while the slider moves fast */
  readonly counts: CheckCounts;
  /** why the threshold could not be saved */
  readonly problem: Problem | null;
}

/** The slider rests this long before its place is saved. */
const SAVE_AFTER_MS = 400;

/** The threshold in use and what follows from it; saved with the check, also when the page is left at once. */
export function useThreshold(check: LoadedCheck): ThresholdInUse {
  const { repository } = useServices();
  const { id } = check.record;
  const [threshold, setThreshold] = useState(check.record.threshold);
  const [problem, setProblem] = useState<Problem | null>(null);
  const settled = useDeferredValue(threshold);
  const { patients, scores } = check;
  const counts = useMemo(() => countCheck({ patients, scores }, settled), [patients, scores, settled]);

  const saved = useRef(check.record.threshold);
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
