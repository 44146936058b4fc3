import { useEffect, useState } from "react";
import type { Problem } from "../../ecg/problem.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";

/** Says, on whichever screen, that another tab stands in the way of the saved checks; nothing as long as none does. */
export function StoreNotice() {
  const { repository } = useServices();
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => repository.watchConnection(setProblem), [repository]);
  return problem === null ? null : <ProblemAlert problem={problem} />;
}
