import { describe, expect, it } from "vitest";
import { AAMI } from "../../ecg/beats/classes.ts";
import { chooseShift } from "./choose-shift.ts";

describe("the shift of the logits", () => {
  it("takes back what made a class too likely", () => {
    // Beats of N look like V by a factor of 2, those of V by one of 20.
    const label = Uint8Array.from({ length: 60 }, (_, beat) => (beat < 50 ? AAMI.N : AAMI.V));
    const probabilities = Float32Array.from([...label].flatMap((own) => (own === AAMI.N ? [1 / 3, 0, 2 / 3, 0, 0] : [1 / 21, 0, 20 / 21, 0, 0])));
    const { shift, confusion } = chooseShift({ probabilities, label });
    expect(shift[AAMI.V]).toBeLessThan(-Math.log(2));
    expect(shift[AAMI.V]).toBeGreaterThan(-Math.log(20));
    expect([confusion[AAMI.N][AAMI.N], confusion[AAMI.V][AAMI.V]]).toEqual([50, 10]);
  });
});
