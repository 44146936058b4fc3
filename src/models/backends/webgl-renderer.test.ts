import { afterEach, expect, it, vi } from "vitest";
import { webglRenderer } from "./webgl-renderer.ts";

afterEach(() => vi.unstubAllGlobals());

const UNMASKED_RENDERER_WEBGL = 0x9246;

/** A canvas whose WebGL 2 context names `renderer`, or that has none. */
function stubCanvas(renderer: string | null): void {
  const context = {
    getExtension: (name: string) => (name === "WEBGL_debug_renderer_info" ? { UNMASKED_RENDERER_WEBGL } : null),
    getParameter: (parameter: number) => (parameter === UNMASKED_RENDERER_WEBGL ? renderer : "WebKit WebGL"),
  };
  vi.stubGlobal("OffscreenCanvas", class {
    getContext = () => (renderer === null ? null : context);
  });
}

it.each([
  ["ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)", "software"],
  ["llvmpipe (LLVM 15.0.7, 256 bits)", "software"],
  ["ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0)", "software"],
  ["ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)", "hardware"],
  ["Apple GPU", "hardware"],
])("%s is %s", (name, kind) => {
  stubCanvas(name);
  expect(webglRenderer()).toEqual({ kind, name });
});

it("is none without WebGL 2, and without an OffscreenCanvas as in Node", () => {
  expect(webglRenderer()).toEqual({ kind: "none" });
  stubCanvas(null);
  expect(webglRenderer()).toEqual({ kind: "none" });
});
