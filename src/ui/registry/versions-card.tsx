import { useState } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import type { ModelVersion } from "../../lifecycle/registry/model-version.ts";
import { RoleNote } from "../accounts/role-note.tsx";
import { useRestriction } from "../accounts/use-restriction.ts";
import type { ModelFile } from "../models/model-files.ts";
import type { ModelMeta } from "../models/model-kinds.ts";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";
import { exportVersion } from "./export-version.ts";
import { ImportVersion } from "./import-version.tsx";
import type { ModelRegistry } from "./use-registry.ts";
import { VersionDialogs, type OpenDialog } from "./version-dialogs.tsx";
import { VersionsTable } from "./versions-table.tsx";
import styles from "./versions-card.module.css";

interface VersionsCardProps {
  readonly meta: ModelMeta;
  readonly registry: ModelRegistry;
  readonly shippedFiles: readonly ModelFile[];
  readonly setsHref: string;
  readonly runHref: (runId: string) => string;
}

/** A model's versions: which one answers checks, which might, and all that can be done with them. */
export function VersionsCard({ meta, registry, shippedFiles, setsHref, runHref }: VersionsCardProps) {
  const { repository, analysis } = useServices();
  const toast = useToast();
  const changing = useRestriction("change which model answers");
  const lifting = useRestriction("set rules and lift suspensions");
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { champion, formerChampion, suspensions, versions } = registry;
  const suspension = suspensions.find(({ version }) => version === champion);

  const attempt = (work: Promise<unknown>, message: string, undo?: () => Promise<unknown>) => {
    setProblem(null);
    work.then(
      () => toast({ message, ...(undo && { undo: () => void undo().catch((cause: unknown) => setProblem(toProblem(cause))) }) }),
      (cause: unknown) => setProblem(toProblem(cause)),
    );
  };
  const challenge = ({ version }: ModelVersion, isChallenger: boolean) => {
    const { challenger } = registry;
    attempt(
      repository.registry.setChallenger(meta.id, isChallenger ? version : null),
      isChallenger ? `Version ${version} is the challenger` : "No version is challenger",
      () => repository.registry.setChallenger(meta.id, challenger),
    );
  };
  return (
    <Card heading="Versions" note="on this device; checks use the champion">
      <div className={styles.parts}>
        {suspension !== undefined && (
          <ProblemAlert problem={{ sentence: `Version ${champion} is suspended: ${suspension.why} It answers no check until this is lifted or another version is champion.` }}>
            <Button {...lifting} onClick={() => setDialog({ kind: "lift", version: champion })}>Lift the suspension …</Button>
          </ProblemAlert>
        )}
        {problem !== null && <ProblemAlert problem={problem} />}
        <VersionsTable
          registry={registry}
          shippedFiles={shippedFiles}
          onOpen={({ version }) => setDialog({ kind: "details", version })}
          onPromote={({ version }) => setDialog({ kind: "promote", version })}
          onDelete={({ version }) => setDialog({ kind: "delete", version })}
          onChallenge={challenge}
          onStage={({ version, stage }, next) => attempt(repository.registry.setStage(meta.id, version, next), `Version ${version} is ${next}`, () => repository.registry.setStage(meta.id, version, stage))}
          onExport={(version) => attempt(exportVersion(meta.id, version, { shippedFiles, repository, analysis }), `Saved version ${version.version}`)}
        />
        <RoleNote permission="change which model answers" />
        <div className={styles.actions}>
          {meta.id !== "rolling-median" && <ImportVersion meta={meta} versions={versions} />}
          {formerChampion !== null && <Button {...changing} onClick={() => setDialog({ kind: "roll-back", version: formerChampion })}>Roll back to version {formerChampion} …</Button>}
        </div>
      </div>
      {dialog !== null && (
        <VersionDialogs dialog={dialog} meta={meta} registry={registry} shippedFiles={shippedFiles} setsHref={setsHref} runHref={runHref} onClose={() => setDialog(null)} />
      )}
    </Card>
  );
}
