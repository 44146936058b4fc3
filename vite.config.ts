import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";
import packageJson from "./package.json" with { type: "json" };
import { licencePlugins } from "./scripts/lib/licences/licences-plugin.ts";
import { modelFiles } from "./scripts/model-files.ts";
import { contentSecurityPolicy, securityHeaders } from "./scripts/security-headers.ts";

/** The built page carries its policy itself, for hosts that send no headers. Not in development, where Vite puts a script into the page. */
const policyInPage: Plugin = {
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: () => [
    { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy }, injectTo: "head-prepend" },
  ],
};

const licences = licencePlugins(import.meta.dirname);

export default defineConfig({
  base: "./",
  define: { __APP_VERSION__: JSON.stringify(packageJson.version), __MODEL_FILES__: JSON.stringify(modelFiles()) },
  plugins: [
    react(),
    policyInPage,
    licences.page,
    VitePWA({
      registerType: "prompt",
      injectRegister: false,
      includeAssets: ["icons/*"],
      manifest: {
        id: "./",
        name: "Isoline",
        short_name: "Isoline",
        description: "Review ECG and heart-rate recordings on your own device. Research use only, not a medical device.",
        start_url: "./",
        scope: "./",
        display: "standalone",
        background_color: "#f7f8f9",
        theme_color: "#0b6e99",
        screenshots: [
          { src: "screenshots/result.png", sizes: "1280x860", type: "image/png", form_factor: "wide", label: "A checked patient" },
          { src: "screenshots/result-phone.png", sizes: "390x844", type: "image/png", form_factor: "narrow", label: "A checked patient on a phone" },
        ],
        icons: [
          { src: "icons/icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "icons/icon-512.png", sizes: "512x512", type: "image/png" },
          { src: "icons/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
          { src: "icons/icon.svg", sizes: "any", type: "image/svg+xml" },
        ],
      },
      workbox: {
        globPatterns: ["**/*.{js,css,html,svg,png,wasm,json,bin,csv,tsv,hea,dat,atr,webmanifest}"],
        globIgnores: ["screenshots/*"],
        maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
        navigateFallback: "index.html",
        clientsClaim: true,
        // In its own file it would be loaded by importScripts, which Trusted Types allow a policy only.
        inlineWorkboxRuntime: true,
      },
    }),
  ],
  worker: { format: "es", plugins: () => [licences.worker] },
  build: { target: "es2023", chunkSizeWarningLimit: 2500 },
  preview: { headers: securityHeaders(process.env.FRAME_ANCESTORS), host: "localhost" },
  test: { include: ["src/**/*.test.ts", "scripts/**/*.test.ts"], environment: "node", testTimeout: 20_000, setupFiles: ["scripts/lib/property-tests.ts"] },
});
