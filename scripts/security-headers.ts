/**
 * The policy of the built app, in its page and in the headers of its server: nothing is loaded from or sent to another
 * origin, and a string becomes a script's address only through the one policy of src/app/trusted-types.ts.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types default",
].join("; ");

/** What the app asks a browser for: passkeys, and the clipboard to copy hashes, commands and diagnostics. */
const USED_FEATURES = ["clipboard-write", "publickey-credentials-create", "publickey-credentials-get"];

/**
 * Every other feature that Chromium knows. Not named: client hints, which only the app's own server could be told, and
 * access to local networks, which a clinic's own server may lie in.
 */
const DENIED_FEATURES = [
  "accelerometer", "aria-notify", "autoplay", "browsing-topics", "camera", "captured-surface-control", "clipboard-read", "compute-pressure",
  "cross-origin-isolated", "deferred-fetch", "deferred-fetch-minimal", "digital-credentials-create", "digital-credentials-get", "display-capture",
  "encrypted-media", "fullscreen", "gamepad", "geolocation", "gyroscope", "hid", "identity-credentials-get", "idle-detection", "interest-cohort",
  "keyboard-map", "language-detector", "language-model", "local-fonts", "magnetometer", "media-playback-while-not-visible", "microphone", "midi",
  "on-device-speech-recognition", "otp-credentials", "payment", "picture-in-picture", "private-state-token-issuance", "private-state-token-redemption",
  "screen-wake-lock", "serial", "speaker-selection", "storage-access", "summarizer", "sync-xhr", "translator", "unload", "usb", "window-management",
  "xr-spatial-tracking",
];

/** What a server puts for the origins that may show the app in a frame: the list itself, or its own variable. */
export const headersWith = (frameAncestors: string) => ({
  "Content-Security-Policy": `${contentSecurityPolicy}; frame-ancestors ${frameAncestors}`,
  "Permissions-Policy": [...USED_FEATURES.map((feature) => `${feature}=(self)`), ...DENIED_FEATURES.map((feature) => `${feature}=()`)].join(", "),
  // A page that opens the app in a window gets no hold of it; in a frame of an allowed origin this has no effect.
  "Cross-Origin-Opener-Policy": "same-origin",
  // No other origin may take files out of the app. No Cross-Origin-Embedder-Policy: it is of use to threads only, of which there are none, and the policy above lets in nothing foreign anyway.
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
});

/** `embedders`: origins that may show the app in a frame, with spaces between; none where it is empty. Throws for anything that is no origin. */
export const securityHeaders = (embedders = "") => headersWith(frameAncestors(embedders));

function frameAncestors(embedders: string): string {
  const origins = embedders.split(/\s+/).filter((origin) => origin !== "");
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) throw new Error(`FRAME_ANCESTORS: “${origin}” is no origin. Write scheme, host and perhaps port, for example https://ward.example`);
  }
  return origins.length === 0 ? "'none'" : origins.join(" ");
}
