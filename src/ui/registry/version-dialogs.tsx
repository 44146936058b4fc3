import type { ModelFile } from "../models/model-files.ts";
import type { ModelMeta } from "../models/model-kinds.ts";
import { useServices } from "../shared/services.ts";
import { DecisionDialog } from "./decision-dialog.tsx";
import { PromotionDialog } from "./promotion-dialog.tsx";
import type { ModelRegistry } from "./use-registry.ts";
import { VersionDetails } from "./version-details.tsx";

/** What is open over the versions, about which of them. */
export interface OpenDialog {
  readonly kind: "details" | "promote" | "roll-back" | "delete" | "lift";
  readonly version: number;
}

interface VersionDialogsProps {
  readonly dialog: OpenDialog;
  readonly meta: ModelMeta;
  readonly registry: ModelRegistry;
  readonly shippedFiles: readonly ModelFile[];
  readonly setsHref: string;
  readonly runHref: (runId: string) => string;
  readonly onClose: () => void;
}

export function VersionDialogs({ dialog: { kind, version: number }, meta, registry, shippedFiles, setsHref, runHref, onClose }: VersionDialogsProps) {
  const { repository } = useServices();
  const { champion, versions, suspensions } = registry;
  const version = versions.find((each) => each.version === number);
  const suspension = suspensions.find((each) => each.version === number);
  switch (kind) {
    case "details":
      return version === undefined ? null : <VersionDetails meta={meta} version={version} shippedFiles={shippedFiles} runHref={runHref} onClose={onClose} />;
    case "promote":
      return <PromotionDialog meta={meta} champion={champion} candidate={number} suspension={suspension ?? null} setsHref={setsHref} onClose={onClose} />;
    case "roll-back":
      return (
        <DecisionDialog
          title={`Roll back to version ${number}`} action={`Roll back to version ${number}`} asksReason onClose={onClose}
          sentence={`Version ${number} was champion before version ${champion}. Rolled back, it answers checks again; version ${champion} stays here.${suspension === undefined ? "" : ` It is suspended, though, and answers nothing until that is lifted: ${suspension.why}`}`}
          onDecide={(reason) => repository.registry.rollBack(meta.id, reason)}
        />
      );
    case "delete":
      return (
        <DecisionDialog
          title={`Delete version ${number}`} action="Delete for good" asksReason={false} onClose={onClose}
          sentence={`The files of version ${number} leave this device for good; what it said in past checks stays. Export it first if it may be wanted again.`}
          onDecide={() => repository.registry.remove(meta.id, number)}
        />
      );
    case "lift":
      return (
        <DecisionDialog
          title={`Lift the suspension of version ${number}`} action="Lift the suspension" asksReason onClose={onClose}
          sentence={`Version ${number} answers checks again, although a monitoring rule took it out of use.`}
          onDecide={(reason) => repository.registry.liftSuspension(meta.id, number, reason)}
        />
      );
  }
}
