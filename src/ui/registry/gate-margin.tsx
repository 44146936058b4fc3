import { useState } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import { Button } from "../shared/button.tsx";
import { formatFixed } from "../shared/format.ts";
import { NumberField } from "../shared/number-field.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { parsePoints } from "./parse-points.ts";
import styles from "./gate-margin.module.css";

interface GateMarginProps {
  /** as a share; null until the site has said */
  readonly margin: number | null;
}

/** How far a figure may fall in a promotion: asked for before the first, since there is no margin that is right everywhere. */
export function GateMargin({ margin }: GateMarginProps) {
  const { repository } = useServices();
  const [text, setText] = useState<string | null>(margin === null ? "" : null);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (text === null && margin !== null) {
    return (
      <p>
        The gate of this site: sensitivity and +P of no class may fall by more than <b>{pointsText(margin)}</b>.{" "}
        <Button variant="link" onClick={() => setText(points(margin))}>Change</Button>
      </p>
    );
  }
  const typed = parsePoints(text ?? "");
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed === null) return;
        const sentence = `Set the margin of the promotion gate to ${pointsText(typed)}${margin === null ? "" : `, before ${pointsText(margin)}`}`;
        repository.settings.set("gateMargin", typed, sentence).then(() => setText(null), (cause: unknown) => setProblem(toProblem(cause)));
      }}
    >
      <NumberField
        label="Largest fall of a class’s sensitivity or +P, in points" text={text ?? ""} onType={setText}
        help="0 to 100: with 1, .950 may become .940 and no less. Your site decides; there is no default."
      />
      <Button type="submit" disabled={typed === null}>Set the margin</Button>
      {problem !== null && <ProblemAlert problem={problem} />}
    </form>
  );
}

/** 0.015 → "1.5"; what is typed to set it again. */
const points = (share: number): string => formatFixed(100 * share, 2).replace(/(?:\.|(?<![.0]))0+$/, "");
const pointsText = (share: number): string => `${points(share)} ${points(share) === "1" ? "point" : "points"}`;
