import { isBeatModel, isDetector, type ModelMeta } from "./model-kinds.ts";

/** The commands of the source code that train the model anew and measure it, in the order in which they are run. */
export function modelCommands(meta: ModelMeta): readonly { readonly does: string; readonly command: string }[] {
  const { id } = meta;
  return [
    { does: "Train", command: `npm run train -- ${id} --data DIR` },
    { does: "Measure", command: measureCommand(meta) },
  ];
}

function measureCommand(meta: ModelMeta): string {
  if (isDetector(meta)) return "npm run evaluate -- heart-rate FILE";
  if (isBeatModel(meta)) return `npm run evaluate -- beats FILE --model ${meta.id}`;
  return meta.id === "arrhythmia" ? "npm run evaluate -- recordings DIR" : "npm run evaluate -- twelve-lead DIR --folds 9";
}
