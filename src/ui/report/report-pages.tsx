import { useEffect, useMemo, useRef, useState } from "react";
import type { LoadedHeartRateCheck } from "../../db/records.ts";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import { Button } from "../shared/button.tsx";
import { formatCounted } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { ProgressBar } from "../shared/progress-bar.tsx";
import { useDelayed } from "../shared/use-delayed.ts";
import { ReportPage } from "./report-page.tsx";
import { useReport } from "./use-report.ts";
import styles from "./report.module.css";

interface ReportPagesProps {
  readonly check: LoadedHeartRateCheck;
  /** null: of all */
  readonly patient: number | null;
  readonly resultHref: string;
  readonly detectorName: string;
}

type Readiness = { readonly kind: "loading" } | { readonly kind: "ready" } | { readonly kind: "failed"; readonly problem: Problem };

/** The reports of one patient or of all, one page each, and the way to print them once every picture is there. */
export function ReportPages({ check, patient, resultHref, detectorName }: ReportPagesProps) {
  const patients = useMemo(() => (patient === null ? check.patients.map((_, index) => index) : [patient]), [check, patient]);
  const { state, cancel, retry } = useReport(check, patients);
  const pages = useRef<HTMLDivElement>(null);
  const [readiness, setReadiness] = useState<Readiness>({ kind: "loading" });
  const isSlow = useDelayed(state.kind === "drawing");

  useEffect(() => {
    if (state.kind !== "drawn" || pages.current === null) return;
    let isCurrent = true;
    Promise.all(Array.from(pages.current.querySelectorAll("img"), (image) => image.decode())).then(
      () => isCurrent && setReadiness({ kind: "ready" }),
      (cause: unknown) => isCurrent && setReadiness({ kind: "failed", problem: toProblem(cause) }),
    );
    return () => {
      isCurrent = false;
      setReadiness({ kind: "loading" });
    };
  }, [state]);

  const paper = formatCounted(patients.length, "page");
  return (
    <>
      <div className={styles.tools}>
        <Button variant="primary" disabled={state.kind !== "drawn" || readiness.kind !== "ready"} onClick={() => window.print()} keys="Mod+p">Print {paper}</Button>
        <a href={resultHref}>Back to the result</a>
        <p className={styles.note} role="status">{readiness.kind === "ready" ? `${paper}, A4 or Letter. “Save as PDF” is among the printers.` : ""}</p>
      </div>
      {state.kind === "drawing" && isSlow && (
        <div className={styles.progress}>
          <ProgressBar
            label={`Reports of ${check.record.name}`}
            progress={{ stage: "Drawing", done: state.done, total: patients.length, unit: "patients" }}
            onCancel={cancel}
          />
        </div>
      )}
      {state.kind === "cancelled" && <p role="status">Drawing was cancelled. <Button onClick={retry}>Draw again</Button></p>}
      {state.kind === "failed" && <ProblemAlert problem={state.problem}><Button onClick={retry}>Draw again</Button></ProblemAlert>}
      {readiness.kind === "failed" && <ProblemAlert problem={readiness.problem}><Button onClick={retry}>Draw again</Button></ProblemAlert>}
      {state.kind === "drawn" && state.verdictProblem !== null && (
        <ProblemAlert problem={{ sentence: `No verdicts are shown, since they could not be read. ${state.verdictProblem.sentence}` }} />
      )}
      {state.kind === "drawn" && (
        <div ref={pages} className={styles.pages}>
          {patients.map((index, i) => (
            <ReportPage
              key={index} check={check} patient={index} detectorName={detectorName} plotUrl={state.plotUrls[i]}
              verdicts={state.verdicts.filter(({ patientId }) => patientId === check.record.patientIds[index])}
            />
          ))}
        </div>
      )}
    </>
  );
}
