// A minute at 75 beats a minute, with one beat that comes far too early.
export default async function example(isoline) {
  const rateBpm = Array.from({ length: 75 }, (_, beat) => (beat === 40 ? 140 : 75 + (beat % 3)));
  const timeS = rateBpm.map((_, beat) => beat * 0.8);
  const patient = { patientId: "007", timeS, rateBpm };
  const { threshold, patients } = await isoline.predict({ kind: "heart-rates", model: "rolling-median", patients: [patient] });
  return { threshold, anomalous: patients[0].predicted.flatMap((isAnomalous, beat) => (isAnomalous ? [beat] : [])) };
}
