import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useKnownAnswers } from "./use-known-answers.ts";

/** Says, on whichever screen, that a backend was found to compute wrongly; nothing as long as none was. */
export function BackendNotice() {
  const { rejected } = useKnownAnswers();
  return rejected.length === 0 ? null : <ProblemAlert problem={{ sentence: `The known-answer test failed. ${rejected.join(" ")} Results of before may be wrong: check them again.` }} />;
}
