import { EKG_STUDY, ELECTROCARDIAC, text } from "./codes.ts";
import type { CheckedModel, CheckFindings } from "./findings.ts";
import { beatObservation, diagnosisObservation, heartRateObservations, recordingObservations, type Origin } from "./observations.ts";
import type { Bundle, Device, Observation, Reference, Resource } from "./resources.ts";

/**
 * A check's result as an HL7 FHIR R4 Bundle (collection): for each patient the identifier as the file has it and nothing
 * else, the model as a Device, what was found as preliminary Observations, and a preliminary DiagnosticReport over them.
 * `newId` gives a UUID for each resource.
 */
export function checkBundle(findings: CheckFindings, newId: () => string): Bundle {
  const entry: { readonly fullUrl: string; readonly resource: Resource }[] = [];
  const add = (resource: Resource): Reference => {
    const fullUrl = `urn:uuid:${newId()}`;
    entry.push({ fullUrl, resource });
    return { reference: fullUrl };
  };
  const patient = (id: string | null): Reference | null => (id === null ? null : add({ resourceType: "Patient", identifier: [{ value: id }] }));
  const report = (observations: readonly Observation[], subject: Reference | null) => add({
    resourceType: "DiagnosticReport", status: "preliminary", category: [ELECTROCARDIAC],
    code: findings.content.kind === "recording" ? EKG_STUDY : text(findings.content.kind === "beats" ? "Heartbeats checked by a model" : "Heart rates checked by a model"),
    ...(subject !== null && { subject }),
    ...(findings.createdAt !== null && { issued: findings.createdAt }), result: observations.map(add), conclusion: conclusionOf(findings),
  });

  const { content } = findings;
  const device = add(deviceOf(findings.model, findings.appVersion));
  switch (content.kind) {
    case "heart-rate":
      for (const own of content.patients) {
        const subject = patient(own.patientId);
        report(heartRateObservations(own, content.threshold, content.isBpm, { device, subject }), subject);
      }
      break;
    case "beats":
      report([beatObservation(content, { device, subject: null })], null);
      break;
    case "recording": {
      const subject = patient(content.patientId);
      const origin: Origin = { device, subject };
      const { diagnosis } = content;
      const ofTwelve = diagnosis === null ? [] : [diagnosisObservation(diagnosis, { subject, device: add(deviceOf(diagnosis.model, findings.appVersion)) })];
      report([...recordingObservations(content, origin), ...ofTwelve], subject);
    }
  }
  return { resourceType: "Bundle", type: "collection", identifier: { system: "urn:ietf:rfc:3986", value: `urn:uuid:${findings.checkId}` }, ...(findings.createdAt !== null && { timestamp: findings.createdAt }), entry };
}

function deviceOf({ id, name, version, sha256 }: CheckedModel, appVersion: string): Device {
  return {
    resourceType: "Device",
    identifier: [{ type: text("SHA-256 of the model’s files"), value: sha256 }],
    manufacturer: "Isoline",
    deviceName: [{ name, type: "user-friendly-name" }, { name: id, type: "model-name" }],
    version: [{ type: text("Model, in the registry of the device"), value: String(version) }, { type: text("Isoline"), value: appVersion }],
  };
}

function conclusionOf({ name, model, warnings }: CheckFindings): string {
  return [`${name}, checked by the model ${model.name}, version ${model.version}.`, "Research use only; not for diagnosis. Not reviewed unless an observation says so.", ...warnings].join(" ");
}
