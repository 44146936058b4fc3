import { useLiveQuery } from "dexie-react-hooks";
import { useEffect, useRef, useState } from "react";
import type { Problem } from "../../ecg/problem.ts";
import { overlappingSets } from "../../lifecycle/registry/overlap.ts";
import { FilePicker } from "../check/file-picker.tsx";
import { formatCounted } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { NO_DATA, whyNotTable, type ChosenData } from "./chosen-data.ts";
import { openLabelledFile, type LabelledFile } from "./open-labelled-file.ts";
import type { TrainableModel } from "./trainable-models.ts";
import styles from "./check-sources.module.css";

interface FileSourceProps {
  readonly model: TrainableModel;
  readonly onData: (data: ChosenData) => void;
}

type Table = Extract<LabelledFile, { kind: "table" }>["table"];

/** A labelled table, read for the training alone: it is not kept in History. */
export function FileSource({ model, onData }: FileSourceProps) {
  const { analysis, repository } = useServices();
  const [table, setTable] = useState<Table | null>(null);
  const [isReading, setIsReading] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const sets = useLiveQuery(() => repository.evaluationSets.list(), [repository]);
  const frozenIn = table === null ? undefined : overlappingSets(table.files.map(({ sha256 }) => sha256), sets ?? []).at(0);
  const refusal = table === null ? null : frozenIn !== undefined ? `It is in the evaluation set “${frozenIn.name}”, and what is measured on is not learnt from.` : whyNotTable(model, table);
  const isUsed = sets !== undefined && refusal === null;
  useEffect(() => onData(table !== null && isUsed ? { kind: "table", table } : NO_DATA), [onData, isUsed, table]);

  function open(files: readonly File[]): void {
    if (files.length === 0) return;
    leaving.current?.abort();
    const controller = new AbortController();
    leaving.current = controller;
    setIsReading(true);
    setProblem(null);
    void openLabelledFile(files, analysis, controller.signal).then((read) => {
      if (read.kind === "cancelled") return;
      setIsReading(false);
      if (read.kind === "table") setTable(read.table);
      else setProblem(read.problem);
    });
  }

  return (
    <div className={styles.sources}>
      <div><FilePicker label={table === null ? "Choose a labelled file" : "Choose another file"} variant="plain" onFiles={open} /></div>
      {isReading && <p role="status">Reading the file …</p>}
      {problem !== null && <ProblemAlert problem={problem} />}
      {table !== null && !isReading && <p role="status">{describe(table)} {refusal}</p>}
    </div>
  );
}

function describe(table: Table): string {
  const names = table.files.map(({ name }) => name).join(", ");
  if (table.kind === "beats") return `${names}: ${formatCounted(table.beats.count, "beat")} of ${table.beats.samplesPerBeat} samples.`;
  return `${names}: ${formatCounted(table.rows, "row")} of ${formatCounted(table.patients.length, "patient")}.`;
}
