/** The policy of the built app, in its page and in the headers it is served with: nothing is loaded from or sent to another origin. */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** `embedders`: origins that may show the app in a frame, with spaces between; none where it is empty. Throws for anything that is no origin. */
export const securityHeaders = (embedders = "") => ({
  "Content-Security-Policy": `${contentSecurityPolicy}; frame-ancestors ${frameAncestors(embedders)}`,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
});

function frameAncestors(embedders: string): string {
  const origins = embedders.split(/\s+/).filter((origin) => origin !== "");
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) throw new Error(`FRAME_ANCESTORS: “${origin}” is no origin. Write scheme, host and perhaps port, for example https://ward.example`);
  }
  return origins.length === 0 ? "'none'" : origins.join(" ");
}
