import { useMemo, useState } from "react";
import type { LoadedHeartRateCheck } from "../../db/records.ts";
import { Card } from "../shared/card.tsx";
import { agreementByPatient } from "./agreement.ts";
import { AgreementTable } from "./agreement-table.tsx";
import { PatientComparison } from "./patient-comparison.tsx";

interface HeartRateComparisonProps {
  /** of the same file */
  readonly checks: readonly LoadedHeartRateCheck[];
  /** one a check */
  readonly titles: readonly string[];
}

/** Where checks of one heart-rate table agree, and each patient as each check sees it. */
export function HeartRateComparison({ checks, titles }: HeartRateComparisonProps) {
  const [pickedPatient, setPickedPatient] = useState<string | null>(null);
  const agreement = useMemo(() => agreementByPatient(checks), [checks]);
  const patientId = pickedPatient ?? agreement[0].patientId;
  return (
    <>
      <Card heading="Agreement by patient" note="rows predicted; most disagreement first">
        <AgreementTable checks={checks} agreement={agreement} titles={titles} patientId={patientId} onPickPatient={setPickedPatient} />
      </Card>
      <PatientComparison
        key={`${checks.map(({ record }) => record.id).join(" ")}/${patientId}`}
        checks={checks} titles={titles} patient={checks[0].patients.findIndex((series) => series.patientId === patientId)}
      />
    </>
  );
}
