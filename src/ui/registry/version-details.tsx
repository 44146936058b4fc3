import { useCallback } from "react";
import type { ModelVersion } from "../../lifecycle/registry/model-version.ts";
import { CardFacts } from "../models/card-facts.tsx";
import facts from "../models/card-facts.module.css";
import { LayersCard } from "../models/layers-card.tsx";
import type { ModelFile } from "../models/model-files.ts";
import type { ModelMeta } from "../models/model-kinds.ts";
import { useLoaded } from "../models/use-loaded.ts";
import { CopyableHash } from "../result/method/copyable-hash.tsx";
import { Card } from "../shared/card.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { formatBytes, formatDateTime } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { filesHash } from "./files-hash.ts";
import { readVersionCard } from "./read-version-card.ts";
import { versionFiles } from "./version-files.ts";
import { VersionForm } from "./version-form.tsx";
import { originText } from "./version-words.ts";
import styles from "./version-details.module.css";

interface VersionDetailsProps {
  readonly meta: ModelMeta;
  readonly version: ModelVersion;
  readonly shippedFiles: readonly ModelFile[];
  readonly runHref: (runId: string) => string;
  readonly onClose: () => void;
}

async function readWithHash(...of: Parameters<typeof versionFiles>) {
  const files = await versionFiles(...of);
  return { files, sha256: await filesHash(files) };
}

/** All that is known of one version. */
export function VersionDetails({ meta, version, shippedFiles, runHref, onClose }: VersionDetailsProps) {
  const { repository } = useServices();
  const { version: number, origin, createdAt, sha256 } = version;
  const files = useLoaded(useCallback((signal: AbortSignal) => readWithHash(meta.id, number, { repository, shippedFiles, signal }), [meta.id, number, repository, shippedFiles]));
  const card = files.kind === "loaded" ? readVersionCard(files.value.files, { modelId: meta.id, origin }) : null;
  return (
    <Dialog title={`Version ${number} of ${meta.name}`} onClose={onClose} width="wide">
      <div className={styles.parts}>
        <dl className={facts.facts}>
          <div><dt>Origin</dt><dd>{originText(version)}{origin.kind === "trained" && <>, <a href={runHref(origin.runId)}>its run</a></>}{createdAt !== "" && `, ${formatDateTime(createdAt)}`}</dd></div>
          {files.kind === "loaded" && <div><dt>SHA-256</dt><dd><CopyableHash hash={files.value.sha256} of={`version ${number}`} /> of its files in the order of their names</dd></div>}
          {files.kind === "loaded" && sha256 !== "" && sha256 !== files.value.sha256 && <div><dt>Registered as</dt><dd><CopyableHash hash={sha256} of={`version ${number} when it was registered`} /></dd></div>}
          {files.kind === "loaded" && <div><dt>Files</dt><dd>{Object.entries(files.value.files).map(([name, { length }]) => `${name} (${formatBytes(length)})`).join(", ")}</dd></div>}
        </dl>
        <VersionForm version={version} />
        <Card heading="Model card">
          {files.kind === "loading" && <p role="status">Reading the card …</p>}
          {files.kind === "failed" && <ProblemAlert problem={files.problem} />}
          {files.kind === "loaded" && card === null && <p>This version came without a card that can be shown.</p>}
          {card !== null && <CardFacts card={card} />}
          {card !== null && origin.kind === "imported" && <p className={styles.note}>The card is its author’s; figures on it are not shown, since nobody measured them here. Compare the version with the champion on a frozen set.</p>}
        </Card>
        {files.kind === "loaded" && <LayersCard meta={meta} files={files.value.files} />}
      </div>
    </Dialog>
  );
}
