import { describe, expect, it } from "vitest";
import { securityHeaders } from "./security-headers.ts";

const ancestors = (embedders?: string) => /frame-ancestors (.*)$/.exec(securityHeaders(embedders)["Content-Security-Policy"])?.[1];

describe("the pages that may show the app in a frame", () => {
  it("are none unless they are named", () => expect([ancestors(), ancestors(""), ancestors("  ")]).toEqual(["'none'", "'none'", "'none'"]));
  it("are the origins that are named", () => expect(ancestors(" https://ward.example  http://localhost:5000 ")).toBe("https://ward.example http://localhost:5000"));
  it.each(["*", "'self'; script-src *", "https://ward.example/page", "ward.example"])("cannot be %s", (embedders) => expect(() => ancestors(embedders)).toThrow("FRAME_ANCESTORS"));
});

describe("the policy", () => {
  it("lets in no inline code, no code from text and no other origin", () => {
    const policy = securityHeaders()["Content-Security-Policy"];
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    for (const directive of ["default-src 'none'", "connect-src 'self'", "require-trusted-types-for 'script'", "trusted-types default"]) expect(policy.split("; ")).toContain(directive);
  });
  it("names each feature once", () => {
    const features = securityHeaders()["Permissions-Policy"].split(", ").map((entry) => entry.replace(/=\((self)?\)$/, ""));
    expect(new Set(features).size).toBe(features.length);
    expect(features.every((feature) => /^[a-z-]+$/.test(feature))).toBe(true);
  });
});
