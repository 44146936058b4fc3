import { CLASSES } from "../../../ecg/beats/classes.ts";
import { UNLABELLED } from "../../../ecg/table.ts";
import { formatCount, formatCounted, formatFixed, formatPercent } from "../../shared/format.ts";
import { groupName, type ClassShare, type TemplateGroup } from "./template-groups.ts";

/** "RR 812 ms" */
export function rrText({ medianRrMs }: Pick<TemplateGroup, "medianRrMs">): string {
  return medianRrMs === null ? "no RR" : `RR ${formatFixed(medianRrMs, 0)} ms`;
}

/** A group in words: "Template 2, 120 beats, 5.3 % of all, V 118, N 2 relabelled, RR 512 ms" */
export function groupWords(group: TemplateGroup, mix: readonly ClassShare[]): string {
  const classes = mix.flatMap(({ classIndex, beats, relabelled }) => {
    const code = classIndex === UNLABELLED ? "?" : CLASSES.aami[classIndex].code;
    return [...(beats > relabelled ? [`${code} ${formatCount(beats - relabelled)}`] : []), ...(relabelled > 0 ? [`${code} ${formatCount(relabelled)} relabelled`] : [])];
  });
  return [groupName(group), formatCounted(group.beats.length, "beat"), `${formatPercent(group.share)} of all`, ...classes, rrText(group)].join(", ");
}
