import { useEffect, useState } from "react";
import type { ConnectionListener } from "../../db/watch-connection.ts";
import type { Problem } from "../../ecg/problem.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";

/** Says, on whichever screen, that another tab stands in the way of what is stored; nothing as long as none does. */
export function StoreNotice({ watch }: { readonly watch: (listener: ConnectionListener) => () => void }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => watch(setProblem), [watch]);
  return problem === null ? null : <ProblemAlert problem={problem} />;
}
