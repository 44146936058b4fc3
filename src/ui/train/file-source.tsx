import { useLiveQuery } from "dexie-react-hooks";
import { useEffect, useRef, useState } from "react";
import type { Problem } from "../../ecg/problem.ts";
import { overlappingSets } from "../../lifecycle/registry/overlap.ts";
import { FilePicker } from "../check/file-picker.tsx";
import { openRecordings } from "../labelled-recordings/open-recordings.ts";
import { sourceOfRecording } from "../labelled-recordings/recording-source.ts";
import { isRecordingModel } from "../models/model-kinds.ts";
import { formatCounted } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices, type Services } from "../shared/services.ts";
import { filesOf, NO_DATA, whyNotFiles, type ChosenData, type FileData } from "./chosen-data.ts";
import { openLabelledFile, type LabelledFile } from "./open-labelled-file.ts";
import type { TrainableModel } from "./trainable-models.ts";
import styles from "./check-sources.module.css";

interface FileSourceProps {
  readonly model: TrainableModel;
  readonly onData: (data: ChosenData) => void;
}

/** A labelled table, or recordings with annotations, read for the training alone: they are not kept in History. */
export function FileSource({ model, onData }: FileSourceProps) {
  const { analysis, repository } = useServices();
  const [read, setRead] = useState<FileData | null>(null);
  const [isReading, setIsReading] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const sets = useLiveQuery(() => repository.evaluationSets.list(), [repository]);
  const frozenIn = read === null ? undefined : overlappingSets(filesOf(read).map(({ sha256 }) => sha256), sets ?? []).at(0);
  const refusal = read === null ? null : frozenIn !== undefined ? `A file is in the evaluation set “${frozenIn.name}”, and what is measured on is not learnt from.` : whyNotFiles(model, read);
  const isUsed = sets !== undefined && refusal === null;
  useEffect(() => onData(read !== null && isUsed ? read : NO_DATA), [onData, isUsed, read]);

  function open(files: readonly File[]): void {
    if (files.length === 0) return;
    leaving.current?.abort();
    const controller = new AbortController();
    leaving.current = controller;
    setIsReading(true);
    setProblem(null);
    void readFiles(files, isRecordingModel(model), { analysis, signal: controller.signal }).then((outcome) => {
      if (outcome.kind === "cancelled") return;
      setIsReading(false);
      if (outcome.kind === "refused") setProblem(outcome.problem);
      else setRead(outcome);
    });
  }

  const what = isRecordingModel(model) ? "recordings" : "file";
  return (
    <div className={styles.sources}>
      <div><FilePicker label={read === null ? (what === "file" ? "Choose a labelled file" : "Choose labelled recordings") : `Choose ${what === "file" ? "another file" : "other recordings"}`} variant="plain" onFiles={open} /></div>
      {isRecordingModel(model) && read === null && !isReading && <p>All files of the records at once: .hea, .dat and .atr.</p>}
      {isReading && <p role="status">Reading the {what} …</p>}
      {problem !== null && <ProblemAlert problem={problem} />}
      {read !== null && !isReading && <p role="status">{describe(read)} {refusal}</p>}
    </div>
  );
}

type Reading = FileData | Exclude<LabelledFile, { readonly kind: "table" }>;

async function readFiles(files: readonly File[], areRecordings: boolean, { analysis, signal }: Pick<Services, "analysis"> & { readonly signal: AbortSignal }): Promise<Reading> {
  if (!areRecordings) return openLabelledFile(files, analysis, signal);
  const opened = await openRecordings(files, sourceOfRecording, { analysis, signal });
  return opened.kind === "opened" ? { kind: "recordings", sources: opened.kept } : opened;
}

function describe(read: FileData): string {
  if (read.kind === "recordings") return `${formatCounted(read.sources.length, "recording")}: ${read.sources.map(({ name }) => name).join(", ")}.`;
  const { table } = read;
  const names = table.files.map(({ name }) => name).join(", ");
  if (table.kind === "beats") return `${names}: ${formatCounted(table.beats.count, "beat")} of ${table.beats.samplesPerBeat} samples.`;
  return `${names}: ${formatCounted(table.rows, "row")} of ${formatCounted(table.patients.length, "patient")}.`;
}
