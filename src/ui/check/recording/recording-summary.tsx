import type { Recording } from "../../../ecg/recording/recording.ts";
import { Card } from "../../shared/card.tsx";
import { formatCounted } from "../../shared/format.ts";
import { FindingsList } from "../findings-list.tsx";
import { AnnotationCard } from "./annotation-card.tsx";
import { LeadList } from "./lead-list.tsx";
import { recordingFacts } from "./recording-facts.ts";
import facts from "../opened-summary.module.css";

interface RecordingSummaryProps {
  readonly recording: Recording;
  /** the lead in which beats are looked for */
  readonly leadIndex: number;
  readonly onLead: (leadIndex: number) => void;
}

/** What was read of a raw ECG: said plainly, and shown, before anything is computed from it. */
export function RecordingSummary({ recording, leadIndex, onLead }: RecordingSummaryProps) {
  const { files, findings, annotations } = recording;
  return (
    <>
      <Card heading="What was read" note={files.map(({ name }) => name).join(", ")}>
        <dl className={facts.facts}>
          {recordingFacts(recording).map(([term, value]) => <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}
        </dl>
      </Card>
      {findings.length > 0 && (
        <Card heading="To know" note={formatCounted(findings.length, "note")}>
          <FindingsList findings={findings} />
        </Card>
      )}
      <Card heading="Leads" note="the first usable ten seconds, each on its own scale">
        <LeadList recording={recording} leadIndex={leadIndex} onLead={onLead} />
      </Card>
      {annotations !== null && <AnnotationCard annotations={annotations} />}
    </>
  );
}
