import { expose } from "comlink";
import { loadDetector } from "../models/detectors.ts";
import { createAnalysisService } from "./analysis-service.ts";
import { artifactFetcher } from "./fetch-artifact.ts";
import { hostService } from "./hosted-service.ts";
import { installTensorFlow, needsTensorFlow, tensorFlowBackend } from "./tensorflow.ts";

/** The build puts this script into assets/ beside index.html; the development server serves the app at the root. */
const baseUrl = new URL(import.meta.env.DEV ? "/" : "..", self.location.href);

const service = createAnalysisService({
  async loadDetector(id) {
    if (needsTensorFlow(id)) await installTensorFlow();
    return loadDetector(id);
  },
  readArtifact: artifactFetcher(baseUrl),
  backendName: tensorFlowBackend,
});

expose(hostService(service));
