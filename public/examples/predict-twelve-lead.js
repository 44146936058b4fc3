// The published service's shape: X is [age, sex, height, weight, nurse, site, device],
// Y ten seconds of twelve leads at 100 Hz in mV, a row a sample.
export default async function example(isoline) {
  const wave = (t, at, width) => Math.exp(-(((t - at) / width) ** 2));
  const row = (_, i) => {
    const t = (i / 100) % 1;
    const beat = wave(t, 0.4, 0.02) + 0.25 * wave(t, 0.7, 0.06) + 0.1 * wave(t, 0.22, 0.03);
    return [0.5, 1, 0.5, -0.75, 0, 0.75, -0.4, 0.3, 0.6, 1.1, 1, 0.8].map((share) => share * beat);
  };
  return isoline.predict({ X: [64, 1, 168, 70, null, null, null], Y: Array.from({ length: 1000 }, row) });
}
