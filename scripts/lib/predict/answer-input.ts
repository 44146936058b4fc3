import { ProblemError } from "../../../src/ecg/problem.ts";
import type { JobControl } from "../../../src/ecg/progress.ts";
import { openFiles, type OpenedContent } from "../../../src/ecg/reading/open-files.ts";
import { bestLead } from "../../../src/ecg/recording/best-lead.ts";
import { findBeats } from "../../../src/ecg/recording/recording-beats.ts";
import type { Recording } from "../../../src/ecg/recording/recording.ts";
import { DIAGNOSED_S, twelveLeads, unusableWarnings } from "../../../src/ecg/recording/twelve-leads.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../../../src/models/artifacts/node-artifacts.ts";
import { loadBeatModel } from "../../../src/models/beat-models.ts";
import { BEAT_MODELS, DETECTORS } from "../../../src/models/catalog.ts";
import type { DetectorOptions } from "../../../src/models/detector.ts";
import { loadDetector } from "../../../src/models/detectors.ts";
import { openFile } from "../open-file.ts";
import { beatAnswer, heartRateAnswer, type Answer } from "./answer.ts";
import type { PredictArguments } from "./predict-arguments.ts";
import type { PredictInput } from "./predict-inputs.ts";
import { diagnosisAnswer, recordingAnswer } from "./recording-answers.ts";

/** Opens one input as the app does and asks the model. Throws a ProblemError where the file cannot be read, needs to be asked about, or is not of the model's kind. */
export async function answerInput(input: PredictInput, { model, parameters }: Pick<PredictArguments, "model" | "parameters">, control: JobControl): Promise<Answer> {
  const options = { ...control, parameters, readArtifact: readArtifactsFrom(SHIPPED_MODELS) };
  const content = await openInput(input, control);
  if (content.kind === "recording") return answerRecording(content.recording, model.id, options);
  const { table } = content;
  const detector = DETECTORS.find(({ id }) => id === model.id);
  if (table.kind === "heart-rate" && detector !== undefined) {
    const detect = await loadDetector(detector.id);
    return heartRateAnswer(table, await detect(table.patients, options));
  }
  const beatModel = BEAT_MODELS.find(({ id }) => id === model.id);
  if (table.kind === "beats" && beatModel !== undefined) {
    const { run } = await loadBeatModel(beatModel.id);
    return beatAnswer(table, beatModel, await run(table.beats, options));
  }
  throw wrongKind(table.kind === "beats" ? "single beats" : "heart rates", model.id);
}

async function answerRecording(recording: Recording, modelId: string, options: DetectorOptions): Promise<Answer> {
  const { leads, samplingRateHz, patient } = recording;
  if (modelId === "arrhythmia") {
    const { classifyBeats } = await import("../../../src/models/arrhythmia/model.ts");
    const lead = leads[bestLead(recording)];
    const beats = await findBeats(lead, samplingRateHz, options);
    return recordingAnswer(recording, lead, { beats, ...(await classifyBeats({ lead, samplingRateHz, peakSample: beats.peakSample }, options)) });
  }
  if (modelId === "twelve-lead") {
    const { diagnose } = await import("../../../src/models/twelve-lead/model.ts");
    const standard = twelveLeads(recording, DIAGNOSED_S);
    if (standard === null) throw new ProblemError("wrong-kind", "it has not all of the twelve standard leads", "Give a twelve-lead ECG, or ask the model arrhythmia");
    const { warnings, ...diagnosis } = await diagnose({ leads: standard, samplingRateHz, patient }, options);
    return diagnosisAnswer(recording, { ...diagnosis, warnings: [...warnings, ...unusableWarnings(recording)] });
  }
  throw wrongKind("a raw ECG", modelId);
}

/** There is nobody to ask: only the meaning of labels may be in doubt, which no model looks at. */
async function openInput({ paths }: PredictInput, control: JobControl): Promise<Exclude<OpenedContent, { kind: "question" }>> {
  const files = await Promise.all(paths.map(openFile));
  let content = await openFiles(files, null, control);
  if (content.kind === "question" && "isLayoutSure" in content.question && content.question.isLayoutSure) content = await openFiles(files, content.question.guess, control);
  if (content.kind !== "question") return content;
  throw new ProblemError("unclear-layout", `it is not clear how it is written: ${content.question.reasons.join(" ").replace(/\.$/, "")}`, "Open it in the app, which asks, or state in the file what is missing");
}

const wrongKind = (held: string, modelId: string) => new ProblemError("wrong-kind", `it holds ${held}, which ${modelId} does not take`, "Name a model that does");
