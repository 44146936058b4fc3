import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createRepository } from "../db/repository.ts";
import { installInterface } from "../interface/install-interface.ts";
import { createAnalysisClient } from "../worker/client.ts";
import { ServicesContext, type Services } from "../ui/shared/services.ts";
import { ToastProvider } from "../ui/shared/toast-provider.tsx";
import "../ui/shared/base.css";
import { createTrainings } from "../ui/train/trainings.ts";
import { App } from "./app.tsx";

const repository = createRepository();
const spawn = () => new Worker(new URL("../worker/analysis.worker.ts", import.meta.url), { type: "module" });
const trainer = createAnalysisClient(spawn);
const trainings = createTrainings({ trainer, repository, appVersion: __APP_VERSION__ });
const services: Services = { analysis: createAnalysisClient(spawn), repository, trainings };
installInterface({ analysis: services.analysis, repository, appVersion: __APP_VERSION__ }, window);

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element with the id “root”.");
createRoot(root).render(
  <StrictMode>
    <ServicesContext value={services}>
      <ToastProvider>
        <App appVersion={__APP_VERSION__} />
      </ToastProvider>
    </ServicesContext>
  </StrictMode>,
);
