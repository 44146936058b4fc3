import { BEATS, EPOCHS, type RetrainingTimes } from "./retraining.ts";

export function retrainingText(times: RetrainingTimes | null): string {
  if (times === null) return "Retraining: there is no Chromium here.";
  const { trainedS, longestKeyMs, keyPresses, torchS } = times;
  return [
    `Retraining: the 1D-CNN in the built app, ${EPOCHS} epochs on ${BEATS.toLocaleString("en-US")} beats`,
    `  ${trainedS.toFixed(1)} s from the press of the button to the registered version (budget 60 s)`,
    `  longest of ${keyPresses} key presses to the next frame meanwhile: ${longestKeyMs.toFixed(0)} ms`,
    torchS === null ? "  no PyTorch here to compare with" : `  PyTorch, same network: ${torchS.toFixed(1)} s; ours takes ${(trainedS / torchS).toFixed(1)} times as long`,
  ].join("\n");
}
