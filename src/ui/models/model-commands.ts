import { isBeatModel, type ModelMeta } from "./model-kinds.ts";

/** The commands of the source code that train the model anew and measure it, in the order in which they are run. */
export function modelCommands(meta: ModelMeta): readonly { readonly does: string; readonly command: string }[] {
  const { id } = meta;
  return [
    { does: "Train", command: `npm run train -- ${id} --data DIR` },
    { does: "Measure", command: isBeatModel(meta) ? `npm run evaluate -- beats FILE --model ${id}` : "npm run evaluate -- heart-rate FILE" },
  ];
}
