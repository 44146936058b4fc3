import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { Facts } from "../shared/facts.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useToast } from "../shared/toast.ts";
import { useKeys } from "../shared/use-keys.ts";
import { KnownAnswersCard } from "./known-answers-card.tsx";
import { diagnosticsText } from "./machine-facts.ts";
import { useKnownAnswers } from "./use-known-answers.ts";
import { useMachineFacts } from "./use-machine-facts.ts";
import styles from "./diagnostics-screen.module.css";

/** What the app runs on and whether it computes rightly there; nothing of patients. */
export function DiagnosticsScreen({ appVersion }: { readonly appVersion: string }) {
  const answers = useKnownAnswers();
  const machine = useMachineFacts(appVersion, answers.isRunning);
  const toast = useToast();

  function copy(): void {
    if (machine === null) return;
    navigator.clipboard.writeText(diagnosticsText(machine.groups, answers)).then(
      () => toast({ message: "Diagnostics copied" }),
      () => toast({ message: "The browser did not allow copying: select the text on this page instead" }),
    );
  }

  useKeys("Diagnostics", machine === null ? [] : [{ keys: "x", label: "Copy the diagnostics", run: copy }]);
  return (
    <div className={styles.screen}>
      <h1 tabIndex={-1}>Diagnostics</h1>
      <div className={styles.top}>
        <p>What Isoline runs on, for a report of a fault. Nothing of patients or files is on this page.</p>
        <Button onClick={copy} keys="x" disabled={machine === null}>Copy all as text</Button>
      </div>
      {machine?.problem && <ProblemAlert problem={machine.problem} />}
      <KnownAnswersCard answers={answers} />
      {machine === null ? <p role="status">Asking the worker…</p> : (
        <div className={styles.groups}>
          {machine.groups.map(({ heading, facts }) => (
            <Card key={heading} heading={heading}>
              <Facts facts={facts.map(({ term, text }) => [term, text])} />
            </Card>
          ))}
        </div>
      )}
    </div>
  );
}
