import { useState } from "react";
import type { Problem } from "../../ecg/problem.ts";
import { modelName } from "../../models/catalog.ts";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { formatBytes } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";
import { VisuallyHidden } from "../shared/visually-hidden.tsx";
import type { BroughtFiles } from "./import-runs.ts";
import { registerFiles } from "./register-files.ts";
import styles from "./brought-files-card.module.css";

interface BroughtFilesCardProps {
  readonly brought: readonly BroughtFiles[];
  readonly onRegistered: (runId: string) => void;
  readonly onLeave: () => void;
}

/** After an import: the models that runs brought along, to be registered as versions or left. */
export function BroughtFilesCard({ brought, onRegistered, onLeave }: BroughtFilesCardProps) {
  const services = useServices();
  const toast = useToast();
  const [trying, setTrying] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const register = async (each: BroughtFiles) => {
    setTrying(each.run.id);
    setProblem(null);
    const outcome = await registerFiles(services, each, new AbortController().signal);
    setTrying(null);
    if (outcome.kind === "failed") setProblem(outcome.problem);
    if (outcome.kind !== "registered") return;
    toast({ message: `Registered ${modelName(each.run.modelId)} version ${outcome.version}` });
    onRegistered(each.run.id);
  };
  return (
    <Card heading="Models that these runs gave" note="not registered on this device">
      {problem !== null && <ProblemAlert problem={problem} />}
      <ul className={styles.list}>
        {brought.map((each) => (
          <li key={each.run.id}>
            <span>{each.run.name}, {modelName(each.run.modelId)} <small>{formatBytes(each.files.reduce((sum, { bytes }) => sum + bytes, 0))}</small></span>
            <Button disabled={trying !== null} onClick={() => void register(each)}>{trying === each.run.id ? "Trying it …" : "Register as a version"}<VisuallyHidden> {each.run.name}</VisuallyHidden></Button>
          </li>
        ))}
      </ul>
      <Button variant="link" onClick={onLeave}>Leave them</Button>
    </Card>
  );
}
