import { useCallback, useDeferredValue, useRef } from "react";
import type { LoadedCheck } from "../db/records.ts";
import { CheckActions } from "../ui/check/check-actions.tsx";
import { openedOfCheck } from "../ui/check/make-check.ts";
import type { Opened } from "../ui/check/check-session.ts";
import { BeatResultView } from "../ui/beats/beat-result-view.tsx";
import { RecordingResultView } from "../ui/recording/recording-result-view.tsx";
import { ResultView } from "../ui/result/result-view.tsx";
import { Button } from "../ui/shared/button.tsx";
import { DamagedNote } from "../ui/shared/damaged-note.tsx";
import { EmptyState } from "../ui/shared/empty-state.tsx";
import { ProblemAlert } from "../ui/shared/problem-alert.tsx";
import { ServicesContext, useServices, type Services } from "../ui/shared/services.ts";
import { useToast } from "../ui/shared/toast.ts";
import { useDelayed } from "../ui/shared/use-delayed.ts";
import { formatRoute, navigate, resultRoute, type ResultPlace } from "./routes.ts";
import { openBeat } from "./open-beat.ts";
import type { CheckSaving } from "./use-check-saving.ts";
import { useLoadedCheck } from "./use-loaded-check.ts";
import { useRecordingLink } from "./use-recording-link.ts";
import styles from "./result-screen.module.css";

interface ResultScreenProps {
  readonly checkId: string;
  readonly place: ResultPlace;
  readonly saving: CheckSaving;
  /** takes what the check was made on, or what follows from it, to the Check screen */
  readonly onRunAnother: (opened: Opened) => void;
}

/** One check, by its address: loaded, shown, and what can be done with it. */
export function ResultScreen({ checkId, place, saving, onRunAnother }: ResultScreenProps) {
  const { patient, beat, tab, atS } = place;
  const services = useServices();
  const { repository } = services;
  const loading = useLoadedCheck(checkId, saving.kept, repository);
  const toast = useToast();
  const heading = useRef<HTMLHeadingElement>(null);
  const isSlow = useDelayed(loading.kind === "loading");

  const isSaving = saving.kept.some(({ check: { record }, state }) => record.id === checkId && state.kind === "saving");
  const isSavedSlowly = useDelayed(isSaving);
  const isUnsaved = loading.kind === "loaded" && loading.unsaved !== null;
  const inMemory: Services = {
    ...services,
    repository: {
      ...repository,
      setThreshold: (id, change) => {
        saving.changeKept(id, (record) => (record.kind === "recording" ? record : { ...record, ...change }));
        return Promise.resolve();
      },
      setDiagnosis: (id, diagnosis) => {
        saving.changeKept(id, (record) => (record.kind === "recording" ? { ...record, diagnosis } : record));
        return Promise.resolve();
      },
    },
  };
  // The view of a large check is costly to render: deferred, its rendering gives way to input.
  const check = useDeferredValue(loading.kind === "loaded" ? loading.check : null, null);
  const shownPatient = patient ?? (check?.kind === "heart-rate" ? 0 : null);
  const recording = useRecordingLink(check?.kind === "heart-rate" ? check.record.recordingCheckId : undefined, saving.kept, repository);
  const goTo = useCallback(
    (changed: Partial<ResultPlace>, how: "push" | "replace" = "replace") => navigate(resultRoute(checkId, { patient, ...changed }), how),
    [checkId, patient],
  );
  async function saveAgain(checkToSave: LoadedCheck): Promise<void> {
    if (!(await saving.save(checkToSave))) return;
    toast({ message: "Saved" });
    heading.current?.focus();
  }

  return (
    <>
      <div className={styles.top} aria-busy={isSaving}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>{check?.record.name ?? "Result"}</h1>
        {loading.kind === "loaded" && (
          <CheckActions
            check={loading.check}
            isSaved={loading.unsaved === null}
            onReport={(patients) => navigate({ screen: "report", checkId, patient: patients === "all" ? null : shownPatient })}
            onRunAnother={() => onRunAnother(openedOfCheck(loading.check))}
          />
        )}
      </div>
      {isSavedSlowly && <p role="status">Saving …</p>}
      {loading.kind === "loading" && isSlow && <p role="status">Reading the saved check …</p>}
      {loading.kind === "missing" && (
        <EmptyState title="There is no such check on this device" actions={<><a href="#/history">Open History</a> <a href="#/">Check a file</a></>}>
          It was deleted, was never saved, or belongs to another browser: checks never leave the device they were made on.
        </EmptyState>
      )}
      {loading.kind === "failed" && <ProblemAlert problem={loading.problem}><a href="#/history">Open History</a></ProblemAlert>}
      {loading.kind === "loaded" && loading.unsaved !== null && (
        <div className={styles.notice}>
          <ProblemAlert problem={{ sentence: `This result is not saved and is lost when the page is closed. ${loading.unsaved.sentence}` }}>
            <Button onClick={() => void saveAgain(loading.check)}>Save again</Button>
          </ProblemAlert>
        </div>
      )}
      {check?.record.id === checkId && (
        <ServicesContext value={isUnsaved ? inMemory : services}>
          <div className={styles.notice}><DamagedNote lists={["verdicts", "relabels"]} of={{ checkId }} /></div>
          {check.kind === "heart-rate" && (
            <ResultView
              key={checkId}
              check={check}
              patient={patient}
              onPickPatient={(picked) => goTo({ patient: picked, atS: patient === null ? atS : null })}
              recording={recording}
              atS={atS}
              onPickTime={(timeS) => goTo({ atS: timeS })}
            />
          )}
          {check.kind === "beats" && (
            <BeatResultView
              key={checkId}
              check={check}
              openBeat={beat}
              onOpenBeat={(opened) => openBeat({ checkId, from: beat, to: opened })}
            />
          )}
          {check.kind === "recording" && (
            <RecordingResultView
              key={checkId}
              check={check}
              place={{ tab, atS, beat }}
              onPlace={goTo}
              resultHref={(id, at) => formatRoute(resultRoute(id, at))}
              onCheckHeartRate={(table) => onRunAnother({ kind: "table", table, signalsId: crypto.randomUUID(), recordingCheckId: checkId })}
            />
          )}
        </ServicesContext>
      )}
    </>
  );
}
