import { useState } from "react";
import { Button } from "../shared/button.tsx";
import { ModelCardDialog } from "./model-card-dialog.tsx";

interface ModelCardButtonProps {
  readonly detectorId: string;
  readonly name: string;
}

/** Opens a detector's model card. */
export function ModelCardButton({ detectorId, name }: ModelCardButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="link" onClick={() => setIsOpen(true)}>Model card of {name}</Button>
      {isOpen && <ModelCardDialog detectorId={detectorId} name={name} onClose={() => setIsOpen(false)} />}
    </>
  );
}
