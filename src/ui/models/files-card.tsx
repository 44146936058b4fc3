import { useState } from "react";
import { zipFiles } from "../../ecg/export/zip-files.ts";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { formatBytes } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { saveFile } from "../shared/save-file.ts";
import { fetchModelFile, modelFileUrl } from "./fetch-model-file.ts";
import type { ModelFile } from "./model-files.ts";
import styles from "./files-card.module.css";

interface FilesCardProps {
  readonly modelId: string;
  readonly files: readonly ModelFile[];
  /** ISO 8601 day of the model, which the files in the archive bear */
  readonly date: string | null;
}

/** The shipped files, one by one or all in one archive. */
export function FilesCard({ modelId, files, date }: FilesCardProps) {
  const [failure, setFailure] = useState<Problem | null>(null);
  const saveAll = () => {
    setFailure(null);
    saveArchive(modelId, files, date).catch((cause: unknown) => setFailure(toProblem(cause)));
  };
  return (
    <Card heading="Files" note={files.some(({ name }) => name === "model.json") ? "a layers model that TensorFlow.js loads as it is" : undefined}>
      <ul className={styles.files}>
        {files.map(({ name, bytes }) => (
          <li key={name}>
            <a href={modelFileUrl(modelId, name)} download={`${modelId}-${name}`}>{name}</a>
            <span className={styles.size}>{formatBytes(bytes)}</span>
          </li>
        ))}
      </ul>
      <Button onClick={saveAll}>Save all as {modelId}.zip</Button>
      {failure !== null && <ProblemAlert problem={failure} />}
    </Card>
  );
}

async function saveArchive(modelId: string, files: readonly ModelFile[], date: string | null): Promise<void> {
  const { signal } = new AbortController();
  const read = await Promise.all(files.map(async ({ name }) => [`${modelId}/${name}`, await fetchModelFile(modelId, name, signal)] as const));
  const archive = zipFiles(new Map(read), date === null ? new Date() : new Date(`${date}T00:00`));
  saveFile(new Blob([archive], { type: "application/zip" }), `${modelId}.zip`);
}
