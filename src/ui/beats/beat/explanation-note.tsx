import { Button } from "../../shared/button.tsx";
import { ProblemAlert } from "../../shared/problem-alert.tsx";
import { useDelayed } from "../../shared/use-delayed.ts";
import type { ExplanationState } from "./use-explanation.ts";
import { ExplanationLegend } from "./explanation-legend.tsx";
import styles from "./explained-beat.module.css";

interface ExplanationNoteProps {
  readonly state: ExplanationState;
  /** the explanation in a sentence, once it is there */
  readonly words: string | null;
  readonly onCancel: () => void;
  readonly onAgain: () => void;
}

/** The explanation in words, or how far it is. */
export function ExplanationNote({ state, words, onCancel, onAgain }: ExplanationNoteProps) {
  const isSlow = useDelayed(state.kind === "computing");
  switch (state.kind) {
    case "computing":
      return isSlow ? <p role="status" className={styles.note}>Computing what the model makes of this beat … <Button variant="link" onClick={onCancel}>Cancel</Button></p> : null;
    case "cancelled":
      return <p className={styles.note}>The explanation was cancelled. <Button variant="link" onClick={onAgain}>Explain</Button></p>;
    case "failed":
      return <ProblemAlert problem={state.problem}><Button onClick={onAgain}>Try again</Button></ProblemAlert>;
    case "explained":
      if (state.explanation.kind === "none") return <p className={styles.note}>No explanation: {state.explanation.why}</p>;
      return (
        <>
          <p role="status">{words}</p>
          <ExplanationLegend kind={state.explanation.kind} />
        </>
      );
  }
}
