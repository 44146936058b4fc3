import { useLiveQuery } from "dexie-react-hooks";
import { useEffect } from "react";
import { SHIPPED_VERSION } from "../../lifecycle/registry/model-version.ts";
import type { RunStart } from "../../lifecycle/runs/training-run.ts";
import type { ModelId } from "../../models/model-id.ts";
import { OptionGroup } from "../check/option-group.tsx";
import { useServices } from "../shared/services.ts";

interface StartChoiceProps {
  readonly model: { readonly id: ModelId };
  readonly start: RunStart;
  readonly onStart: (start: RunStart) => void;
}

/** From the champion's weights, where the model has weights to go on from, or from scratch. */
export function StartChoice({ model: { id }, start, onStart }: StartChoiceProps) {
  const { repository } = useServices();
  const champion = useLiveQuery(() => repository.registry.aliases(id).then((aliases) => aliases.champion ?? SHIPPED_VERSION), [repository, id]);
  const canContinue = id !== "boosted-trees";
  useEffect(() => {
    if (canContinue && champion !== undefined) onStart({ kind: "version", version: champion });
  }, [canContinue, champion, onStart]);
  if (!canContinue) return <p>Trees are grown from scratch: they have no weights to go on from.</p>;
  return (
    <OptionGroup
      legend="Start from"
      value={start.kind}
      onPick={(kind) => onStart(kind === "scratch" ? { kind } : { kind, version: champion ?? SHIPPED_VERSION })}
      options={[
        { value: "version", label: `The champion’s weights (version ${champion ?? "…"})` },
        { value: "scratch", label: "Scratch" },
      ]}
    />
  );
}
