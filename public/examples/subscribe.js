// Waits for the next result, which a check of its own brings about, and stops listening.
export default async function example(isoline) {
  let end;
  const next = new Promise((resolve) => {
    end = isoline.subscribe({ to: ["results", "alerts"] }, resolve);
  });
  const stop = await end;
  const rows = Array.from({ length: 30 }, (_, beat) => `${(beat * 0.8).toFixed(1)},${70 + (beat % 4)}`);
  const file = { name: "next.csv", text: ["time,heart_rate", ...rows].join("\n") };
  const check = await isoline.checkFile({ files: [file], model: "rolling-median" });
  const event = await next;
  stop();
  return { kind: event.kind, isThisCheck: event.kind === "result" && event.check.checkId === check.checkId };
}
