import { useCallback } from "react";
import { Dialog } from "../shared/dialog.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { CardFacts } from "./card-facts.tsx";
import { fetchCard } from "./fetch-card.ts";
import { useLoaded } from "./use-loaded.ts";

interface ModelCardDialogProps {
  readonly detectorId: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** A quick look at a model's card. */
export function ModelCardDialog({ detectorId, name, onClose }: ModelCardDialogProps) {
  const card = useLoaded(useCallback((signal: AbortSignal) => fetchCard(detectorId, signal), [detectorId]));
  return (
    <Dialog title={`Model card: ${name}`} onClose={onClose} width="wide">
      {card.kind === "loading" && <p role="status">Reading the card …</p>}
      {card.kind === "failed" && <ProblemAlert problem={card.problem} />}
      {card.kind === "loaded" && <CardFacts card={card.value} />}
    </Dialog>
  );
}
