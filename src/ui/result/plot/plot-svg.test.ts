import { describe, expect, it } from "vitest";
import type { Mark } from "../../../ecg/drawing/plot-points.ts";
import { plotSvg, type PlotPicture } from "./plot-svg.ts";

const mark = (kind: Mark["kind"], timeS: number): Mark => ({ kind, row: timeS, timeS, rateBpm: 80, score: 0.9, count: 1 });

const picture: PlotPicture = {
  title: `Patient <script>alert("1")</script> & Co\u0000`,
  notes: ["heart rate, beats per minute"],
  disclaimer: "Research use only — not a medical device",
  points: {
    row: Uint32Array.of(0, 1, 2),
    timeS: Float64Array.of(0, 1, 500),
    rateBpm: Float64Array.of(60, 80, 70),
    marks: [mark("true", 0), mark("predicted", 1), mark("agreed", 2)],
    rowsInView: 3,
    drawn: 6,
  },
  view: { fromS: 0, toS: 500 },
  rates: { low: 60, high: 80, ticks: [60, 70, 80] },
  timeTicks: [{ timeS: 0, label: "0:00:00" }],
  breakAfterS: 10,
  labelled: true,
  colours: { card: "#ffffff", ink: "#17202a", muted: "#556270", line: "#dfe4e9", signal: "#37474f", true: "#c62828", predicted: "#1b7a43" },
};

describe("plotSvg", () => {
  const svg = plotSvg(picture);
  it("escapes what comes from the file", () => {
    expect(svg).toContain("Patient &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; Co</title>");
    expect(svg).not.toContain("<script");
  });
  it("stands alone: no reference, no variable, no style sheet", () => {
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:|href|url\(|var\(|<style|class=/);
  });
  it("carries the disclaimer", () => expect(svg).toContain("Research use only — not a medical device</text>"));
  it("draws crosses, dots and rings in the tokens' colours", () => {
    expect(svg.match(/stroke="#c62828"/g)).toHaveLength(2 + 2);
    expect(svg.match(/<path [^>]*fill="#1b7a43"/g)).toHaveLength(2 + 2);
    expect(svg.match(/stroke="#1b7a43"/g)).toHaveLength(1 + 1);
  });
  it("does not draw across a pause", () => {
    expect(/<path d="(M[^"]*)" fill="none" stroke="#37474f"/.exec(svg)?.[1].match(/M/g)).toHaveLength(2);
  });
  it("draws a point that stands alone", () => {
    expect(/<path d="(M[^"]*)" fill="none" stroke="#37474f" [^>]*stroke-linecap="round"/.exec(svg)?.[1]).toMatch(/^M[^Mh]*L[^Mh]*M[^Mh]*h0$/);
  });
  it("names predictions only where there are no labels", () => {
    expect(plotSvg({ ...picture, labelled: false })).not.toContain(">both agree<");
  });
});
