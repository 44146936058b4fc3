import { useState, type SubmitEvent } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import { modelName } from "../../models/catalog.ts";
import { ForRole } from "../accounts/for-role.tsx";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { formatPercent } from "../shared/format.ts";
import { NumberField } from "../shared/number-field.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";
import { typedNumber } from "../shared/typed-number.ts";
import styles from "./monitoring.module.css";

interface AbstentionCardProps {
  readonly modelId: string;
  readonly abstainBelow: Readonly<Record<string, number>>;
}

/** From which likeness on a model may answer; below, it says why it does not. */
export function AbstentionCard({ modelId, abstainBelow }: AbstentionCardProps) {
  const { repository } = useServices();
  const toast = useToast();
  const limit = Object.hasOwn(abstainBelow, modelId) ? abstainBelow[modelId] : null;
  const [text, setText] = useState(limit === null ? "" : String(Math.round(limit * 100)));
  const [problem, setProblem] = useState<Pick<Problem, "sentence"> | null>(null);
  const name = modelName(modelId);

  function save(event: SubmitEvent): void {
    event.preventDefault();
    const percent = typedNumber(text);
    const isCleared = text.trim() === "";
    if (!isCleared && !(percent > 0 && percent <= 100)) {
      setProblem({ sentence: "Type a likeness above 0 and up to 100 %, or leave the field empty so that the model always answers." });
      return;
    }
    setProblem(null);
    const others = Object.fromEntries(Object.entries(abstainBelow).filter(([id]) => id !== modelId));
    const what = isCleared ? `${name} answers every file` : `${name} abstains below a likeness of ${percent} %`;
    repository.settings.set("abstainBelow", isCleared ? others : { ...others, [modelId]: percent / 100 }, what).then(
      () => toast({ message: what }),
      (cause: unknown) => setProblem(toProblem(cause)),
    );
  }

  return (
    <Card heading="Abstention" note={limit === null ? `${name} answers every file` : `${name} abstains below ${formatPercent(limit, 0)}`}>
      <p className={styles.note}>
        A file less like the training data than this gets no predictions from {name}, and the check says why. At 50 % a feature is at its limit, at 20 % at twice, at 10 % at three times its limit.
      </p>
      <ForRole permission="change settings">
        <form className={styles.form} onSubmit={save} noValidate>
          <NumberField label="Least likeness, %" text={text} onType={setText} />
          <Button type="submit">Save the limit</Button>
        </form>
      </ForRole>
      {problem !== null && <ProblemAlert problem={problem} />}
    </Card>
  );
}
