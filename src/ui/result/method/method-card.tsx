import { memo } from "react";
import type { CheckRecord } from "../../../db/records.ts";
import type { DetectorMeta } from "../../../models/detector.ts";
import { FindingsList } from "../../check/findings-list.tsx";
import { ModelCardButton } from "../../models/model-card-button.tsx";
import { Card } from "../../shared/card.tsx";
import { formatBytes, formatCounted, formatDateTime, formatDuration } from "../../shared/format.ts";
import { CopyableHash } from "./copyable-hash.tsx";
import { parameterTexts } from "./method-words.ts";
import styles from "./method-card.module.css";

interface MethodCardProps {
  readonly record: CheckRecord;
  readonly detector: Pick<DetectorMeta, "name" | "sentence" | "parameters">;
  /** what is predicted, in a sentence */
  readonly rule: string;
}

/** How the check was made: enough to make it again, and to tell two apart. */
export const MethodCard = memo(function MethodCard({ record, detector, rule }: MethodCardProps) {
  const { files, findings, warnings } = record;
  return (
    <Card heading="How this check was made">
      <dl className={styles.facts}>
        <div>
          <dt>Detector</dt>
          <dd>{detector.name}. {detector.sentence} <ModelCardButton detectorId={record.detectorId} name={detector.name} /></dd>
        </div>
        <div>
          <dt>Parameters</dt>
          <dd>{parameterTexts(detector, record.parameters).join(" · ") || "none to set"}</dd>
        </div>
        <div>
          <dt>Threshold</dt>
          <dd>{rule}</dd>
        </div>
        <div>
          <dt>Model</dt>
          <dd>Version {record.modelVersion}, SHA-256 <CopyableHash hash={record.modelHash} of="model" /></dd>
        </div>
        <div>
          <dt>Computed</dt>
          <dd>{record.backend}, {formatDuration(record.durationMs)}, {formatDateTime(record.createdAt)}, Isoline {record.appVersion}</dd>
        </div>
        <div>
          <dt>{files.length === 1 ? "File" : "Files"}</dt>
          <dd>
            <ul className={styles.files}>
              {files.map((file) => (
                <li key={file.sha256 + file.name}>
                  <b>{file.name}</b>, {formatCounted(file.rows, "row")}, {formatBytes(file.bytes)}, SHA-256 <CopyableHash hash={file.sha256} of={file.name} />
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
      {(warnings.length > 0 || findings.length > 0) && (
        <>
          <h3 className={styles.subheading}>Noticed</h3>
          {warnings.length > 0 && <ul className={styles.warnings}>{warnings.map((warning) => <li key={warning}>{warning}</li>)}</ul>}
          {findings.length > 0 && <FindingsList findings={findings} />}
        </>
      )}
    </Card>
  );
});
