import "./trusted-types.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createRepository } from "../db/repository.ts";
import { installInterface } from "../interface/install-interface.ts";
import { createAnalysisClient } from "../worker/client.ts";
import { ServicesContext, type Services } from "../ui/shared/services.ts";
import { ToastProvider } from "../ui/shared/toast-provider.tsx";
import "../ui/shared/base.css";
import { BackendNotice } from "../ui/diagnostics/backend-notice.tsx";
import { createKnownAnswerTests } from "../ui/diagnostics/known-answer-tests.ts";
import { whenIdle } from "../ui/diagnostics/when-idle.ts";
import { createTrainings } from "../ui/train/trainings.ts";
import { App } from "./app.tsx";

const repository = createRepository();
const spawn = () => new Worker(new URL("../worker/analysis.worker.ts", import.meta.url), { type: "module" });
const trainer = createAnalysisClient(spawn);
const trainings = createTrainings({ trainer, repository, appVersion: __APP_VERSION__ });
const analysis = createAnalysisClient(spawn);
const knownAnswers = createKnownAnswerTests(analysis);
const services: Services = { analysis, repository, trainings, knownAnswers };
installInterface({ analysis, repository, appVersion: __APP_VERSION__ }, window);
whenIdle(() => void knownAnswers.run());

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element with the id “root”.");
createRoot(root).render(
  <StrictMode>
    <ServicesContext value={services}>
      <ToastProvider>
        <BackendNotice />
        <App appVersion={__APP_VERSION__} />
      </ToastProvider>
    </ServicesContext>
  </StrictMode>,
);
