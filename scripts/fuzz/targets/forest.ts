import fc from "fast-check";
import { defineTarget } from "../fuzz-target.ts";
import { fileOf, fileTarget, type Files } from "../file-target.ts";
import { mutateJson } from "../mutate/mutate-value.ts";
import { importedOrRefused, shippedFile, startTensorFlow } from "./model-files.ts";

const rates = (count: number, of: number) => Array.from({ length: count }, (_, i) => 70 + ((i * of) % 9));
const trainingSet = (patients: unknown) => fileOf("train.json", JSON.stringify({ patients }));

async function corpus(): Promise<readonly Files[]> {
  await startTensorFlow();
  const small = trainingSet([{ patientId: "101", rateBpm: rates(40, 7) }, { patientId: "102", rateBpm: rates(30, 5) }]);
  return [[small], [trainingSet([{ patientId: "a", rateBpm: [60, 61, 62] }])], [small, fileOf("reference.json", await shippedFile("isolation-forest/reference.json"))], [small, fileOf("card.json", await shippedFile("isolation-forest/card.json"))]];
}

const patient = fc.record({ patientId: fc.oneof(fc.string(), fc.constant("__proto__")), rateBpm: fc.array(fc.oneof(fc.double({ min: 0.001, max: 999, noNaN: true }), fc.constantFrom(70, 1e-320, 0, -1, 999.9)), { maxLength: 30 }) });

export const forestTarget = defineTarget(
  fileTarget({
    name: "forest",
    corpus,
    mutateFile: ({ bytes }, random) => mutateJson(bytes, random),
    generated: fc.array(patient, { maxLength: 4 }).map((patients) => [trainingSet(patients)]),
    read: (files) => importedOrRefused("isolation-forest", files),
  }),
);
