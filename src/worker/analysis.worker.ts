import { expose } from "comlink";
import { loadBeatModel } from "../models/beat-models.ts";
import { loadDetector } from "../models/detectors.ts";
import { createAnalysisService } from "./analysis-service.ts";
import { artifactFetcher } from "./fetch-artifact.ts";
import { hostService } from "./hosted-service.ts";
import { reportRequests } from "./report-requests.ts";
import { installTensorFlow, needsTensorFlow, rejectTensorFlowBackend, requireTensorFlowGpu, tensorFlowBackend } from "./tensorflow.ts";

/** The build puts this script into assets/ beside index.html; the development server serves the app at the root. */
const baseUrl = new URL(import.meta.env.DEV ? "/" : "..", self.location.href);

const readArtifact = artifactFetcher(baseUrl);

const service = createAnalysisService({
  async loadDetector(id) {
    if (needsTensorFlow(id)) await installTensorFlow();
    return loadDetector(id);
  },
  async loadBeatModel(id) {
    if (needsTensorFlow(id)) await installTensorFlow();
    return loadBeatModel(id);
  },
  async loadArrhythmiaModel() {
    await installTensorFlow();
    return (await import("../models/arrhythmia/model.ts")).classifyBeats;
  },
  async loadTwelveLeadModel() {
    await installTensorFlow();
    return (await import("../models/twelve-lead/model.ts")).diagnose;
  },
  async loadImport() {
    await installTensorFlow();
    return (await import("../models/versions/import-version.ts")).importVersion;
  },
  async loadPortableFiles() {
    return (await import("../models/versions/portable-files.ts")).portableFiles;
  },
  async loadTraining(id) {
    if (needsTensorFlow(id)) await installTensorFlow();
    return (await import("../models/training/train-version.ts")).trainVersion;
  },
  async readLayers(id, read) {
    if (needsTensorFlow(id)) await tensorFlowBackend();
    const { layerTableOf } = await import("../models/artifacts/layer-table.ts");
    return layerTableOf(read, id);
  },
  readArtifact,
  backendName: tensorFlowBackend,
  backendRejecter: (id) => (needsTensorFlow(id) ? rejectTensorFlowBackend : null),
  requireGpu: requireTensorFlowGpu,
  async describeMachine() {
    await installTensorFlow();
    return (await import("../models/backends/describe-machine.ts")).describeMachine();
  },
});

reportRequests();
expose(hostService(service));
