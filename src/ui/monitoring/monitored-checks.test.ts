import { describe, expect, it } from "vitest";
import { judgedBeats, judgedEvents } from "./monitored-checks.ts";

describe("overrides", () => {
  it("are rejected events, out of those accepted and rejected", () => {
    expect(judgedEvents([{ verdict: "accepted" }, { verdict: "rejected" }, { verdict: "uncertain" }, { verdict: "accepted" }])).toEqual({ judged: 3, overridden: 1 });
  });

  it("are beats of another class than the classifier's", () => {
    const outputs = Float32Array.of(0.9, 0.1, 0, 0, 0, /* V */ 0.1, 0, 0.8, 0.1, 0);
    const classifier = { kind: "beats", scheme: "aami", modelScheme: "aami", threshold: null } as const;
    expect(judgedBeats(classifier, [{ beat: 0, classIndex: 0 }, { beat: 1, classIndex: 1 }], outputs)).toEqual({ judged: 2, overridden: 1 });
    expect(judgedBeats({ kind: "recording" }, [{ beat: 0, classIndex: 2 }, { beat: 1, classIndex: 2 }], outputs)).toEqual({ judged: 2, overridden: 1 });
  });

  it("are beats taken for normal by one and anomalous by the other, where an autoencoder names no class", () => {
    const autoencoder = { kind: "beats", scheme: "ecg5000", modelScheme: null, threshold: 2 } as const;
    const relabels = [{ beat: 0, classIndex: 3 }, { beat: 1, classIndex: 4 }, { beat: 2, classIndex: 0 }];
    expect(judgedBeats(autoencoder, relabels, Float32Array.of(1, 3, 5))).toEqual({ judged: 3, overridden: 2 });
  });
});
