import { useCallback } from "react";
import type { LoadedCheck } from "../db/records.ts";
import { AccountsScreen } from "../ui/accounts/accounts-screen.tsx";
import { BackupScreen } from "../ui/backup/backup-screen.tsx";
import { CheckScreen } from "../ui/check/check-screen.tsx";
import type { DetectorChoices } from "../ui/check/detector-offer.ts";
import type { CheckSession } from "../ui/check/use-check-session.ts";
import { CompareScreen } from "../ui/compare/compare-screen.tsx";
import { EvaluationSetsScreen } from "../ui/evaluation-sets/evaluation-sets-screen.tsx";
import { DiagnosticsScreen } from "../ui/diagnostics/diagnostics-screen.tsx";
import { HistoryScreen } from "../ui/history/history-screen.tsx";
import { LogScreen } from "../ui/log/log-screen.tsx";
import { MonitoringScreen } from "../ui/monitoring/monitoring-screen.tsx";
import { InterfaceScreen } from "../ui/interface/interface-screen.tsx";
import { LicencesScreen } from "../ui/licences/licences-screen.tsx";
import { PrivacyScreen } from "../ui/privacy/privacy-screen.tsx";
import { ReportScreen } from "../ui/report/report-screen.tsx";
import { SettingsScreen } from "../ui/settings/settings-screen.tsx";
import { modelName } from "../models/catalog.ts";
import { ModelScreen } from "../ui/models/model-screen.tsx";
import { ModelsScreen } from "../ui/models/models-screen.tsx";
import { TrainScreen } from "../ui/train/train-screen.tsx";
import { CompareRunsScreen } from "../ui/runs/compare-runs-screen.tsx";
import { RunScreen } from "../ui/runs/run-screen.tsx";
import { RunsScreen } from "../ui/runs/runs-screen.tsx";
import { useServices } from "../ui/shared/services.ts";
import type { ModelMeta } from "../ui/models/model-kinds.ts";
import { ResultScreen } from "./result-screen.tsx";
import { formatRoute, navigate, resultRoute, type Route } from "./routes.ts";
import { UnknownScreen } from "./unknown-screen.tsx";
import type { CheckSaving } from "./use-check-saving.ts";

interface ScreenProps {
  readonly route: Route;
  readonly session: CheckSession;
  readonly saving: CheckSaving;
  /** every detector and model there is */
  readonly models: readonly ModelMeta[];
  readonly choices: DetectorChoices;
  readonly onChoices: (choices: DetectorChoices) => void;
}

/** The screen of a route. */
export function Screen({ route, session, saving, models, choices, onChoices }: ScreenProps) {
  const { repository } = useServices();
  const { kept } = saving;
  const loadCheck = useCallback(
    async (id: string): Promise<LoadedCheck | undefined> =>
      kept.find(({ check, state }) => state.kind === "refused" && check.record.id === id)?.check ?? repository.loadCheck(id),
    [kept, repository],
  );
  const resultHref = (checkId: string, beat: number | null = null, atS: number | null = null) => formatRoute(resultRoute(checkId, { beat, atS }));
  const modelHref = (modelId: string) => formatRoute({ screen: "model", modelId });
  const runHref = (runId: string) => formatRoute({ screen: "run", runId });
  switch (route.screen) {
    case "check":
      return <CheckScreen session={session} choices={choices} onChoices={onChoices} />;
    case "result":
      return (
        <ResultScreen
          checkId={route.checkId}
          place={route}
          saving={saving}
          onRunAnother={(opened) => {
            session.reuse(opened);
            navigate({ screen: "check" });
          }}
        />
      );
    case "history":
      return (
        <HistoryScreen
          checkHref={formatRoute({ screen: "check" })}
          resultHref={resultHref}
          onCompare={(checkIds) => navigate({ screen: "compare", checkIds })}
          detectorName={modelName}
        />
      );
    case "compare":
      return (
        <CompareScreen
          checkIds={route.checkIds}
          loadCheck={loadCheck}
          resultHref={resultHref}
          detectorName={modelName}
          historyHref={formatRoute({ screen: "history" })}
        />
      );
    case "report":
      return <ReportScreen checkId={route.checkId} patient={route.patient} loadCheck={loadCheck} resultHref={resultHref} detectorName={modelName} />;
    case "diagnostics":
      return <DiagnosticsScreen appVersion={__APP_VERSION__} />;
    case "interface":
      return <InterfaceScreen settingsHref={formatRoute({ screen: "settings" })} />;
    case "privacy":
      return <PrivacyScreen />;
    case "licences":
      return <LicencesScreen />;
    case "settings":
      return <SettingsScreen interfaceHref={formatRoute({ screen: "interface" })} />;
    case "accounts":
      return <AccountsScreen />;
    case "backup":
      return <BackupScreen appVersion={__APP_VERSION__} />;
    case "models":
      return <ModelsScreen models={models} files={__MODEL_FILES__} modelHref={modelHref} />;
    case "model":
      return <ModelScreen modelId={route.modelId} models={models} files={__MODEL_FILES__} modelsHref={formatRoute({ screen: "models" })} setsHref={formatRoute({ screen: "evaluation-sets" })} runHref={runHref} />;
    case "evaluation-sets":
      return <EvaluationSetsScreen checkHref={formatRoute({ screen: "check" })} />;
    case "runs":
      return <RunsScreen trainHref={formatRoute({ screen: "train", modelId: null })} runHref={runHref} onCompare={(runIds) => navigate({ screen: "compare-runs", runIds })} />;
    case "run":
      return <RunScreen key={route.runId} runId={route.runId} runsHref={formatRoute({ screen: "runs" })} trainHref={formatRoute({ screen: "train", modelId: null })} modelHref={modelHref} onDeleted={() => navigate({ screen: "runs" })} />;
    case "compare-runs":
      return <CompareRunsScreen runIds={route.runIds} runsHref={formatRoute({ screen: "runs" })} runHref={runHref} />;
    case "train":
      return <TrainScreen key={route.modelId} modelId={route.modelId} checkHref={formatRoute({ screen: "check" })} modelHref={modelHref} runHref={runHref} />;
    case "monitoring":
      return <MonitoringScreen checkHref={formatRoute({ screen: "check" })} resultHref={resultHref} trainHref={(modelId) => formatRoute({ screen: "train", modelId })} />;
    case "log":
      return <LogScreen checkHref={formatRoute({ screen: "check" })} />;
    case "unknown":
      return <UnknownScreen address={formatRoute(route)} />;
  }
}
