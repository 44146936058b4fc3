import { useEffect, useRef, useState } from "react";
import type { Problem } from "../../ecg/problem.ts";
import { labelledPeaks } from "../../ecg/recording/labelled-lead.ts";
import { FilePicker } from "../check/file-picker.tsx";
import { openRecordings } from "../labelled-recordings/open-recordings.ts";
import { hasLabels, sourceOfRecording } from "../labelled-recordings/recording-source.ts";
import { formatCounted } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { diagnosedSource } from "./frozen-set.ts";
import type { MeasuredOf, ReadRecording } from "./offered-recordings.ts";

interface RecordingFilesProps {
  readonly of: MeasuredOf;
  readonly read: readonly ReadRecording[];
  readonly onRead: (read: readonly ReadRecording[]) => void;
}

/** Recordings read from files, any number at once; they are not kept in History. */
export function RecordingFiles({ of, read, onRead }: RecordingFilesProps) {
  const { analysis } = useServices();
  const [isReading, setIsReading] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);

  function open(files: readonly File[]): void {
    if (files.length === 0) return;
    leaving.current?.abort();
    const controller = new AbortController();
    leaving.current = controller;
    setIsReading(true);
    setProblem(null);
    void openRecordings(files, (recording): ReadRecording => ({ source: sourceOfRecording(recording), diagnosed: diagnosedSource(recording) }), { analysis, signal: controller.signal }).then((opened) => {
      if (opened.kind === "cancelled" || controller.signal.aborted) return;
      setIsReading(false);
      if (opened.kind === "opened") onRead(opened.kept);
      else setProblem(opened.problem);
    });
  }
  const usable = read.filter(({ source, diagnosed }) => (of === "beats" ? hasLabels(labelledPeaks(source)) : diagnosed !== null)).length;
  return (
    <>
      <FilePicker label={read.length === 0 ? "Choose recordings" : "Choose other recordings"} variant="plain" onFiles={open} />
      <p role="status">{isReading ? "Reading the recordings …" : read.length === 0 ? HINT[of] : `${formatCounted(read.length, "recording")} read, ${usable} with ${of === "beats" ? "annotated beats" : "superclasses"}.`}</p>
      {problem !== null && <ProblemAlert problem={problem} />}
    </>
  );
}

const HINT: Readonly<Record<MeasuredOf, string>> = {
  beats: "All files of the records at once: .hea, .dat and .atr.",
  diagnoses: "All files of the records at once, with ptbxl_database.csv and scp_statements.csv.",
};
