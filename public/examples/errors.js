// Every failure is an error with a code, a sentence for people, and where in the input it lies.
export default async function example(isoline) {
  try {
    const patient = { patientId: "007", timeS: [0, 0.8], rateBpm: [75, "fast"] };
    return await isoline.predict({ kind: "heart-rates", patients: [patient] });
  } catch ({ code, sentence, place }) {
    return { code, sentence, place };
  }
}
