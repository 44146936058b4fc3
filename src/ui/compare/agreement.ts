import { bySeverity, countPatient } from "../../ecg/metrics/patient-counts.ts";
import type { LoadedCheck, LoadedHeartRateCheck } from "../../db/records.ts";
import { NO_VALUE } from "../shared/format.ts";
import { namedParameters } from "../shared/named-parameters.ts";

/** How several checks of one file agree on one patient's rows, each at its own threshold. */
export interface PatientAgreement {
  readonly patientId: string;
  readonly rows: number;
  /** rows predicted, one count a check */
  readonly predicted: readonly number[];
  readonly byAll: number;
  /** rows predicted by at least one check, but not by all */
  readonly bySome: number;
}

/** One entry a patient, the patient with the most disagreement first. All checks must be of the same file. */
export function agreementByPatient(checks: readonly LoadedHeartRateCheck[]): PatientAgreement[] {
  const [first] = checks;
  const order = first.patients
    .map((series, patient) => ({ patient, counts: countPatient(series, first.scores[patient], first.record.threshold) }))
    .sort((a, b) => bySeverity(a.counts, b.counts));
  return order
    .map(({ patient }) => agreementOn(checks, patient))
    .sort((a, b) => b.bySome - a.bySome);
}

function agreementOn(checks: readonly LoadedHeartRateCheck[], patient: number): PatientAgreement {
  const { patientId, label } = checks[0].patients[patient];
  const predicted = checks.map(() => 0);
  let byAll = 0;
  let bySome = 0;
  for (let row = 0; row < label.length; row++) {
    let votes = 0;
    checks.forEach(({ scores, record }, check) => {
      if (scores[patient][row] >= record.threshold) {
        predicted[check]++;
        votes++;
      }
    });
    if (votes === checks.length) byAll++;
    else if (votes > 0) bySome++;
  }
  return { patientId, rows: label.length, predicted, byAll, bySome };
}

/** The parameters of checks of one detector, where they are not the same in all. */
export function differingParameters(checks: readonly LoadedCheck[]): { readonly name: string; readonly values: readonly string[] }[] {
  const named = checks.map(({ record }) => new Map(namedParameters(record.detectorId, record.parameters)));
  const names = new Set(named.flatMap((parameters) => [...parameters.keys()]));
  return [...names]
    .map((name) => ({ name, values: named.map((parameters) => parameters.get(name) ?? NO_VALUE) }))
    .filter(({ values }) => new Set(values).size > 1);
}

/** What each check is called beside the others: its detector, numbered where two have the same. */
export function checkTitles(checks: readonly LoadedCheck[], detectorName: (id: string) => string): string[] {
  const names = checks.map(({ record }) => detectorName(record.detectorId));
  return new Set(names).size === names.length ? names : names.map((name, i) => `${i + 1}. ${name}`);
}
