/** Renderers that compute WebGL on the processor, 20 times slower than WASM. */
const SOFTWARE_RENDERER = /swiftshader|llvmpipe|softpipe|software|basic render/i;

export type WebglRenderer =
  | { readonly kind: "hardware"; readonly name: string }
  | { readonly kind: "software"; readonly name: string }
  | { readonly kind: "none" };

/** What draws WebGL 2 here, asked without TensorFlow.js. None in Node, or where a worker has no OffscreenCanvas. */
export function webglRenderer(): WebglRenderer {
  const { gpu } = webglLimits();
  if (gpu === null) return { kind: "none" };
  return { kind: SOFTWARE_RENDERER.test(gpu) ? "software" : "hardware", name: gpu };
}

/** What draws, by name, and the largest texture it takes; null where nothing does. */
export function webglLimits(): { readonly gpu: string | null; readonly maxTextureSize: number | null } {
  const gl = typeof OffscreenCanvas === "undefined" ? null : new OffscreenCanvas(1, 1).getContext("webgl2");
  if (gl === null) return { gpu: null, maxTextureSize: null };
  const unmasked = gl.getExtension("WEBGL_debug_renderer_info");
  const gpu = String(gl.getParameter(unmasked?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER));
  const maxTextureSize = Number(gl.getParameter(gl.MAX_TEXTURE_SIZE));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return { gpu, maxTextureSize };
}
