/** Renderers that compute WebGL on the processor, 20 times slower than WASM. */
const SOFTWARE_RENDERER = /swiftshader|llvmpipe|softpipe|software|basic render/i;

export type WebglRenderer =
  | { readonly kind: "hardware"; readonly name: string }
  | { readonly kind: "software"; readonly name: string }
  | { readonly kind: "none" };

/** What draws WebGL 2 here, asked without TensorFlow.js. None in Node, or where a worker has no OffscreenCanvas. */
export function webglRenderer(): WebglRenderer {
  if (typeof OffscreenCanvas === "undefined") return { kind: "none" };
  const gl = new OffscreenCanvas(1, 1).getContext("webgl2");
  if (gl === null) return { kind: "none" };
  const unmasked = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(unmasked?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return { kind: SOFTWARE_RENDERER.test(name) ? "software" : "hardware", name };
}
