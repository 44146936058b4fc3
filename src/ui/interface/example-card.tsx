import { useState } from "react";
import { toProblem } from "../../ecg/problem.ts";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { CodeBlock } from "./code-block.tsx";
import { runExample } from "./examples.ts";
import { useExampleText } from "./use-example-text.ts";
import styles from "./interface-screen.module.css";

interface ExampleCardProps {
  readonly file: string;
  readonly title: string;
  /** whether it can be run on this page */
  readonly canRun: boolean;
}

type Run = { readonly kind: "not-run" } | { readonly kind: "running" } | { readonly kind: "answered"; readonly text: string } | { readonly kind: "failed"; readonly sentence: string };

/** An example's code, and what it answers here. */
export function ExampleCard({ file, title, canRun }: ExampleCardProps) {
  const source = useExampleText(file);
  const [run, setRun] = useState<Run>({ kind: "not-run" });

  function start(): void {
    setRun({ kind: "running" });
    runExample(file).then(
      (answer) => setRun({ kind: "answered", text: JSON.stringify(answer, null, 2) }),
      (cause: unknown) => setRun({ kind: "failed", sentence: toProblem(cause).sentence }),
    );
  }

  return (
    <Card heading={title} note={`examples/${file}`}>
      <div className={styles.example}>
        {source.kind === "read" && <CodeBlock label={`Code: ${title}`} text={source.text} />}
        {source.kind === "failed" && <ProblemAlert problem={{ sentence: "The example could not be read. Reload the page while online, then open this page again." }} />}
        {canRun && <Button onClick={start} disabled={run.kind === "running"} aria-label={`Run: ${title}`}>{run.kind === "running" ? "Running…" : "Run it here"}</Button>}
        <div role="status">{run.kind === "answered" && <CodeBlock label={`Answer: ${title}`} text={run.text} />}</div>
        {run.kind === "failed" && <ProblemAlert problem={run} />}
      </div>
    </Card>
  );
}
