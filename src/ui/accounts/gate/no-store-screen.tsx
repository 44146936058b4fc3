import type { Problem } from "../../../ecg/problem.ts";
import { Button } from "../../shared/button.tsx";
import { ProblemAlert } from "../../shared/problem-alert.tsx";
import { GateFrame } from "./gate-frame.tsx";
import styles from "./gate.module.css";

interface NoStoreScreenProps {
  readonly problem: Problem;
  readonly onRetry: () => void;
  readonly onDemo: () => void;
}

/** The store cannot be opened, as in private windows of some browsers: nothing can be kept, all else works. */
export function NoStoreScreen({ problem, onRetry, onDemo }: NoStoreScreenProps) {
  return (
    <GateFrame title="Nothing can be kept in this window">
      <ProblemAlert problem={problem}>
        <Button onClick={onRetry}>Try again</Button>
      </ProblemAlert>
      <div className={styles.aside}>
        <p>Isoline works without its store too. What you open and review is then gone when the page closes.</p>
        <Button variant="primary" onClick={onDemo}>Work without an account</Button>
      </div>
    </GateFrame>
  );
}
