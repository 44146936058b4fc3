import { useEffect, useState, useSyncExternalStore } from "react";
import { toProblem, type Problem } from "../ecg/problem.ts";
import { ALL_MODELS } from "../models/catalog.ts";
import type { DetectorChoices } from "../ui/check/detector-offer.ts";
import { IdleLock } from "../ui/accounts/idle-lock.tsx";
import { removeLeftBackups } from "../ui/backup/backup-file.ts";
import { BackupReminder } from "../ui/backup/backup-reminder.tsx";
import { useCheckSession, type EndedCheck } from "../ui/check/use-check-session.ts";
import { StoreNotice } from "../ui/history/store-notice.tsx";
import { WindowDrop } from "../ui/check/window-drop.tsx";
import { useRuleWatch } from "../ui/monitoring/use-rule-watch.ts";
import { formatCounted } from "../ui/shared/format.ts";
import { ProblemAlert } from "../ui/shared/problem-alert.tsx";
import { useServices } from "../ui/shared/services.ts";
import { useToast } from "../ui/shared/toast.ts";
import { useLeaveWarning } from "../ui/shared/use-leave-warning.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { routeOfCheck, routeOfChecks } from "./after-checks.ts";
import { formatRoute, navigate, parseRoute, useRoute } from "./routes.ts";
import { Screen } from "./screen.tsx";
import { screenKey, screenTitle } from "./screens.ts";
import { Shell } from "./shell.tsx";
import { UpdateBanner } from "./update-banner.tsx";
import { useBackendName } from "./use-backend-name.ts";
import { useCheckSaving } from "./use-check-saving.ts";
import { useScreenFocus } from "./use-screen-focus.ts";
import type { ServiceWorkerWatch } from "./watch-service-worker.ts";

/** A deleted check can be brought back for this long, in whichever tab it was deleted. */
const UNDO_MS = 60 * 60 * 1000;

interface AppProps {
  readonly appVersion: string;
  readonly serviceWorker: ServiceWorkerWatch;
  /** to sign in to this account, since it last was */
  readonly refusedAttempts: number;
  /** why the sign-in is not in the log; null where it is */
  readonly unlogged: Problem | null;
}

/** The whole app below its services: what outlives a screen (the session, the detectors chosen, what could not be saved), and the screen of the route. */
export function App({ appVersion, serviceWorker, refusedAttempts, unlogged }: AppProps) {
  const { analysis, repository, trainings } = useServices();
  const toast = useToast();
  const route = useRoute();
  const backend = useBackendName(analysis);
  const { offlineReady, updateReady } = useSyncExternalStore(serviceWorker.subscribe, serviceWorker.state);
  const saving = useCheckSaving(repository);
  const [choices, setChoices] = useState<DetectorChoices>({});
  const session = useCheckSession({ analysis, repository, appVersion, save: saving.save, onEnded: (ended, how) => void showEnded(ended, how) });
  const isChecking = session.state.kind === "checking";
  useLeaveWarning(isChecking);
  useRuleWatch();
  useScreenFocus(screenKey(route), screenTitle(route));

  useEffect(() => {
    if (refusedAttempts > 0) toast({ message: `${formatCounted(refusedAttempts, "attempt")} to sign in ${refusedAttempts === 1 ? "was" : "were"} refused since you last did.` });
  }, [refusedAttempts, toast]);
  useEffect(() => {
    trainings.resumeInterrupted().catch((cause: unknown) => toast({ message: toProblem(cause).sentence }));
  }, [trainings, toast]);
  useEffect(() => {
    repository.purgeDeleted(new Date(Date.now() - UNDO_MS).toISOString()).catch((cause: unknown) => toast({ message: toProblem(cause).sentence }));
  }, [repository, toast]);
  useEffect(() => {
    // What stays behind is encrypted and is tried again next time.
    removeLeftBackups().catch(() => undefined);
  }, []);

  /** One result is shown at once, while it is being saved; several are read back side by side, so their saving is waited for. */
  async function showEnded(ended: readonly EndedCheck[], how: "finished" | "cut-short"): Promise<void> {
    if (ended.length === 0) return;
    const isWatched = () => parseRoute(window.location.hash).screen === "check";
    if (ended.length === 1 && how === "finished" && isWatched()) {
      navigate(routeOfCheck(ended[0].check));
      return;
    }
    const settled = await Promise.all(ended.map(async ({ check, saved }) => ({ check, isSaved: await saved })));
    const couldBeLost = settled.some(({ isSaved }) => !isSaved);
    if (couldBeLost || (how === "finished" && isWatched())) navigate(routeOfChecks(settled));
    else toast({ message: `${formatCounted(ended.length, "check")} of ${ended[0].check.record.name} finished: see History.` });
  }

  return (
    <Shell route={route} backend={backend} offlineReady={offlineReady} update={updateReady && <UpdateBanner onReload={serviceWorker.reload} isHeld={isChecking} />}>
      <IdleLock />
      <StoreNotice watch={repository.watchConnection} />
      {unlogged !== null && <ProblemAlert problem={unlogged} />}
      <BackupReminder backupHref={formatRoute({ screen: "backup" })} />
      <ErrorBoundary screenKey={screenKey(route)}>
        <Screen route={route} session={session} saving={saving} models={ALL_MODELS} choices={choices} onChoices={setChoices} />
      </ErrorBoundary>
      <WindowDrop
        invitation={isChecking ? "A check is running: cancel it before opening another file" : "Drop to open"}
        onFiles={(files) => {
          session.open(files);
          navigate({ screen: "check" });
        }}
      />
    </Shell>
  );
}
