import { useMemo } from "react";
import { CLASSES } from "../../../ecg/beats/classes.ts";
import { samplesOf, type BeatTable } from "../../../ecg/beats/table.ts";
import { UNLABELLED } from "../../../ecg/table.ts";
import { Card } from "../../shared/card.tsx";
import { formatCount, formatCounted } from "../../shared/format.ts";
import { FindingsList } from "../findings-list.tsx";
import { BeatCurve } from "./beat-curve.tsx";
import { BEAT_FORM_WORDS, labelCounts, rateText } from "./beat-words.ts";
import facts from "../opened-summary.module.css";
import styles from "./beats-summary.module.css";

/** How many beats are drawn before any check. */
const DRAWN_BEATS = 12;

/** What was read of a beat table: said plainly, and shown, before anything is computed from it. */
export function BeatsSummary({ table }: { readonly table: BeatTable }) {
  const { beats, files, form, findings } = table;
  const terms: readonly (readonly [term: string, value: string])[] = [
    ["Beats", formatCount(beats.count)],
    ["Samples a beat", formatCount(beats.samplesPerBeat)],
    ["Sampling rate", rateText(table)],
    ["Form", BEAT_FORM_WORDS[form]],
    ["Labels", beats.scheme === null ? "None: no accuracy" : "In the file"],
  ];
  return (
    <>
      <Card heading="What was read" note={files.map(({ name }) => name).join(", ")}>
        <dl className={facts.facts}>
          {terms.map(([term, value]) => <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}
        </dl>
      </Card>
      {findings.length > 0 && (
        <Card heading="To know" note={formatCounted(findings.length, "note")}>
          <FindingsList findings={findings} />
        </Card>
      )}
      {beats.scheme !== null && <ClassCounts beats={beats} scheme={beats.scheme} />}
      <Card heading="First beats" note="in the order of the file, each on its own scale">
        <ol className={styles.beats}>
          {Array.from({ length: Math.min(beats.count, DRAWN_BEATS) }, (_, beat) => (
            <li key={beat}>
              <BeatCurve samples={samplesOf(beats, beat)} />
              <span>{formatCount(beat + 1)}{beats.scheme !== null && beats.label[beat] !== UNLABELLED && ` · ${CLASSES[beats.scheme][beats.label[beat]].code}`}</span>
            </li>
          ))}
        </ol>
      </Card>
    </>
  );
}

interface ClassCountsProps {
  readonly beats: Pick<BeatTable["beats"], "label">;
  readonly scheme: NonNullable<BeatTable["beats"]["scheme"]>;
}

function ClassCounts({ beats: { label }, scheme }: ClassCountsProps) {
  const counts = useMemo(() => labelCounts(label, scheme), [label, scheme]);
  return (
    <Card heading="Classes" note="as the file labels them">
      <table>
        <thead>
          <tr><th scope="col">Class</th><th scope="col">Name</th><th scope="col" className={styles.number}>Beats</th></tr>
        </thead>
        <tbody>
          {CLASSES[scheme].map(({ code, name }, index) => (
            <tr key={code}><th scope="row">{code}</th><td>{name}</td><td className={styles.number}>{formatCount(counts[index])}</td></tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
