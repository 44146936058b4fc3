import { useState } from "react";
import { Button } from "../../../shared/button.tsx";
import { Dialog } from "../../../shared/dialog.tsx";
import { BANK_CARD_MM, isPossible, USUAL_PX_PER_MM } from "../screen-size.ts";
import { setScreenSize, useScreenSize } from "../use-screen-size.ts";
import styles from "./screen-size-dialog.module.css";

const OBJECTS = [
  { id: "ruler", label: "50 mm of a ruler", mm: 50 },
  { id: "card", label: "the long side of a bank card (85.6 mm)", mm: BANK_CARD_MM },
] as const;

/** The screen is measured once: a bar is made as long as something of known length is held against it. */
export function ScreenSizeDialog({ onClose }: { readonly onClose: () => void }) {
  const { pxPerMm, isMeasured } = useScreenSize();
  const [mm, setMm] = useState<number>(50);
  const [draft, setDraft] = useState(pxPerMm);
  const lengthPx = draft * mm;
  return (
    <Dialog title="True millimetres on this screen" onClose={onClose} width="wide">
      <div className={styles.form}>
        <p>Hold a ruler or a bank card against the screen, and drag the slider (or use the arrow keys) until the bar is as long. It is measured once and kept on this device.</p>
        <fieldset className={styles.objects}>
          <legend>The bar is to be as long as</legend>
          {OBJECTS.map(({ id, label, mm: own }) => (
            <label key={id}><input type="radio" name="screen-size-object" checked={mm === own} onChange={() => setMm(own)} /> {label}</label>
          ))}
        </fieldset>
        <div className={styles.room}><div className={styles.bar} style={{ width: lengthPx }} aria-hidden /></div>
        <label className={styles.length}>
          Length of the bar: {lengthPx.toFixed(0)} pixels
          <input
            type="range" min={80} max={1000} step={1} value={Math.round(lengthPx)}
            aria-valuetext={`${lengthPx.toFixed(0)} pixels for ${mm} mm`}
            onChange={(event) => setDraft(Number(event.target.value) / mm)}
          />
        </label>
        <div className={styles.actions}>
          <Button
            variant="primary" disabled={!isPossible(draft)}
            onClick={() => {
              setScreenSize(draft);
              onClose();
            }}
          >
            Keep this size
          </Button>
          <Button
            disabled={!isMeasured}
            onClick={() => {
              setScreenSize(null);
              setDraft(USUAL_PX_PER_MM);
            }}
          >
            Forget the measurement
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
