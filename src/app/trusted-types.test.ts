import { describe, expect, it } from "vitest";
import { isOwnScript } from "./trusted-types.ts";

const page = "https://ward.example/isoline/#/checks/1";

describe("the addresses that may become a script", () => {
  it.each(["./sw.js", "assets/analysis.worker-abc.js", "https://ward.example/isoline/assets/x.mjs", new URL("assets/x.js", page).href])("are the app's own: %s", (url) =>
    expect(isOwnScript(url, page)).toBe(true));
  it.each([
    "https://example.invalid/isoline/x.js", "//example.invalid/x.js", "http://ward.example/isoline/x.js", "https://ward.example/other/x.js", "../x.js", "%2e%2e/x.js",
    "data:text/javascript,alert(1)//.js", "blob:https://ward.example/isoline/x.js", "javascript:alert(1)//.js", "samples/heart-rate.csv", "x.js?callback=y", "https://", "",
  ])("are no others: %s", (url) => expect(isOwnScript(url, page)).toBe(false));
});
