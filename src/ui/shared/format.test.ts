import { describe, expect, it } from "vitest";
import {
  formatBytes, formatClock, formatCount, formatCounted, formatDateTime, formatDuration, formatFixed, formatPercent, formatShare,
} from "./format.ts";

describe("counts", () => {
  it("separates thousands", () => expect(formatCount(1234567)).toBe("1,234,567"));
  it("agrees in number", () => {
    expect(formatCounted(1, "row")).toBe("1 row");
    expect(formatCounted(0, "row")).toBe("0 rows");
    expect(formatCounted(2, "entry", "entries")).toBe("2 entries");
  });
});

describe("shares", () => {
  it("prints three decimals without the leading zero", () => {
    expect(formatShare(0.94444)).toBe(".944");
    expect(formatShare(1)).toBe("1.000");
    expect(formatShare(0.9999)).toBe("1.000");
    expect(formatShare(0)).toBe(".000");
  });
  it("says that there is no value", () => {
    expect(formatShare(null)).toBe("–");
    expect(formatShare(NaN)).toBe("–");
    expect(formatFixed(Infinity, 1)).toBe("–");
  });
  it("prints percentages", () => expect(formatPercent(0.0067, 2)).toBe("0.67 %"));
  it("never prints a negative zero", () => {
    expect(formatFixed(-0.04, 1)).toBe("0.0");
    expect(formatFixed(-0.06, 1)).toBe("-0.1");
  });
});

describe("sizes and times", () => {
  it.each([[0, "0 bytes"], [1, "1 byte"], [999, "999 bytes"], [1000, "1.0 kB"], [261_435, "261 kB"], [999_999, "1.0 MB"], [22_400_000, "22 MB"], [2_000_000_000, "2.0 GB"]])(
    "%i bytes is %s", (bytes, text) => expect(formatBytes(bytes)).toBe(text));
  it.each([[84.2, "84 ms"], [999.7, "1.0 s"], [1234, "1.2 s"], [59_960, "1 min 0 s"], [125_000, "2 min 5 s"]])(
    "%f ms is %s", (ms, text) => expect(formatDuration(ms)).toBe(text));
  it.each([[0, "0:00:00.0"], [581.3, "0:09:41.3"], [59.96, "0:01:00.0"], [3599.99, "1:00:00.0"], [-2.5, "−0:00:02.5"], [86_400, "24:00:00.0"]])(
    "%f s is %s", (seconds, text) => expect(formatClock(seconds)).toBe(text));
  it("prints a date from either form", () => {
    expect(formatDateTime("2026-11-21T14:05:00")).toBe("21 Nov 2026, 14:05");
    expect(formatDateTime(new Date("2026-11-21T14:05:00").getTime())).toBe("21 Nov 2026, 14:05");
  });
});
