import { useEffect, useRef, useState } from "react";
import { useLiveQuery } from "dexie-react-hooks";
import type { Problem } from "../../ecg/problem.ts";
import type { BeatTable } from "../../ecg/beats/table.ts";
import { overlappingSets } from "../../lifecycle/registry/overlap.ts";
import type { BeatModelMeta } from "../../models/beat-model.ts";
import { FilePicker } from "../check/file-picker.tsx";
import { formatCounted } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { canLearnFrom, sourceOfTable, type LabelledSource } from "./training-data.ts";
import { openLabelledFile } from "./open-labelled-file.ts";
import styles from "./check-sources.module.css";

interface FileSourceProps {
  readonly model: BeatModelMeta;
  readonly onSources: (sources: readonly LabelledSource[]) => void;
}

/** A labelled table of beats, read for the training alone: it is not kept in History. */
export function FileSource({ model, onSources }: FileSourceProps) {
  const { analysis, repository } = useServices();
  const [table, setTable] = useState<BeatTable | null>(null);
  const [isReading, setIsReading] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const sets = useLiveQuery(() => repository.evaluationSets.list(), [repository]) ?? [];
  const frozenIn = table === null ? undefined : overlappingSets(table.files.map(({ sha256 }) => sha256), sets).at(0);
  const isFit = table !== null && frozenIn === undefined && table.beats.samplesPerBeat === model.samplesPerBeat && canLearnFrom(model.scheme, table.beats);
  useEffect(() => onSources(isFit ? [sourceOfTable(table)] : []), [onSources, isFit, table]);

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
      if (read.kind === "beats") setTable(read.table);
      else setProblem(read.problem);
    });
  }

  return (
    <div className={styles.sources}>
      <div><FilePicker label={table === null ? "Choose a labelled file" : "Choose another file"} variant="plain" onFiles={open} /></div>
      {isReading && <p role="status">Reading the file …</p>}
      {problem !== null && <ProblemAlert problem={problem} />}
      {table !== null && !isReading && (
        <p role="status">
          {table.files.map(({ name }) => name).join(", ")}: {formatCounted(table.beats.count, "beat")} of {table.beats.samplesPerBeat} samples.
          {frozenIn !== undefined && ` It is in the evaluation set “${frozenIn.name}”, and what is measured on is not learnt from.`}
          {frozenIn === undefined && !isFit && ` ${model.name} learns from beats of ${model.samplesPerBeat} samples with ${model.scheme === null ? "labels" : "the classes N, S, V, F, Q"}; choose another file or model.`}
        </p>
      )}
    </div>
  );
}
