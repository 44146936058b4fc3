import { CheckScreen } from "../ui/check/check-screen.tsx";
import type { DetectorChoice } from "../ui/check/detector-choice.ts";
import type { CheckSession } from "../ui/check/use-check-session.ts";
import { HistoryScreen } from "../ui/history/history-screen.tsx";
import type { DetectorMeta } from "../models/detector.ts";
import { ResultScreen } from "./result-screen.tsx";
import { formatRoute, navigate, type Route } from "./routes.ts";
import { UnknownScreen } from "./unknown-screen.tsx";
import type { CheckSaving } from "./use-check-saving.ts";

interface ScreenProps {
  readonly route: Route;
  readonly session: CheckSession;
  readonly saving: CheckSaving;
  readonly detectors: readonly DetectorMeta[];
  readonly choice: DetectorChoice;
  readonly onChoice: (choice: DetectorChoice) => void;
}

/** The screen of a route. */
export function Screen({ route, session, saving, detectors, choice, onChoice }: ScreenProps) {
  const detectorName = (id: string) => detectors.find((meta) => meta.id === id)?.name ?? id;
  switch (route.screen) {
    case "check":
      return <CheckScreen session={session} detectors={detectors} choice={choice} onChoice={onChoice} />;
    case "result":
      return (
        <ResultScreen
          checkId={route.checkId}
          patientId={route.patientId}
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
          resultHref={(checkId) => formatRoute({ screen: "result", checkId, patientId: null })}
          onCompare={(checkIds) => navigate({ screen: "compare", checkIds })}
          detectorName={detectorName}
        />
      );
    case "compare":
    case "report":
    case "unknown":
      return <UnknownScreen address={formatRoute(route)} />;
  }
}
