import { useMemo } from "react";
import { CLASSES } from "../../../ecg/beats/classes.ts";
import type { Annotations } from "../../../ecg/recording/annotations.ts";
import { Card } from "../../shared/card.tsx";
import { formatCount, formatCounted } from "../../shared/format.ts";
import { annotationFacts } from "./annotation-facts.ts";
import facts from "../opened-summary.module.css";

/** What somebody marked in the recording: beats by class, rhythms, and the rest. */
export function AnnotationCard({ annotations }: { readonly annotations: Annotations }) {
  const { beats, perClass, rhythms, otherMarks } = useMemo(() => annotationFacts(annotations), [annotations]);
  const terms: readonly (readonly [term: string, value: string])[] = [
    ["Beats", beats === 0 ? "None" : formatCount(beats)],
    ...CLASSES.aami.flatMap(({ code, name }, i) => (perClass[i] === 0 ? [] : [[`${code} ${name}`, formatCount(perClass[i])] as const])),
    ["Rhythms", rhythms.length === 0 ? "None" : rhythms.join(", ")],
    ...(otherMarks === 0 ? [] : [["Other marks", formatCount(otherMarks)] as const]),
  ];
  return (
    <Card heading="Annotations" note={formatCounted(annotations.code.length, "mark")}>
      <dl className={facts.facts}>
        {terms.map(([term, value]) => <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}
      </dl>
    </Card>
  );
}
