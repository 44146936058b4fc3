import { Button } from "../../shared/button.tsx";

interface UndoButtonsProps {
  /** null where there is nothing to undo or redo */
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

/** The way back from a relabelling, and forth again. */
export function UndoButtons({ undo, redo }: UndoButtonsProps) {
  return (
    <>
      <Button keys="Mod+z" disabled={undo === null} onClick={() => undo?.()}>Undo</Button>
      <Button keys="Mod+Shift+z" disabled={redo === null} onClick={() => redo?.()}>Redo</Button>
    </>
  );
}
