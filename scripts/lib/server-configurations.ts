import { headersWith, securityHeaders } from "../security-headers.ts";

const COMMAND = "npm run server-configurations";
/** Names of these files change with their content. */
const KEPT = "public, max-age=31536000, immutable";

/** Sample configurations of servers for the built app, by their name in deploy/. */
export const serverConfigurations = (): ReadonlyMap<string, string> => new Map([["nginx.conf", nginx()], ["Caddyfile", caddy()], ["_headers", headersFile()]]);

function nginx(): string {
  const headers = Object.entries(headersWith("$frame_ancestors")).map(([name, value]) => `    add_header ${name} "${value}" always;`);
  return `# Serves the built app, the content of dist/. Written by ${COMMAND}: change scripts/security-headers.ts.
# Browsers store and encrypt on https and on localhost only: let TLS end here or before this server.
map $uri $isoline_cache {
    default no-cache;
    ~/assets/ "${KEPT}";
}

server {
    listen 8080;
    root /usr/share/nginx/html;
    server_tokens off;
    gzip on;
    gzip_types text/css text/csv text/javascript application/javascript application/json application/manifest+json application/wasm image/svg+xml;

    # Who may show Isoline in a frame: 'none', or origins with spaces between, as in "https://ward.example https://clinic.example".
    set $frame_ancestors "'none'";

    # All of them stand here: a location with an add_header of its own would lose these.
    add_header Cache-Control $isoline_cache always;
${headers.join("\n")}

    location / {
        try_files $uri $uri/ =404;
    }
    location ~ \\.webmanifest$ {
        default_type application/manifest+json;
    }
}
`;
}

function caddy(): string {
  const headers = Object.entries(headersWith("{$FRAME_ANCESTORS:'none'}")).map(([name, value]) => `\t\t${name} "${value}"`);
  return `# Serves the built app, the content of dist/. Written by ${COMMAND}: change scripts/security-headers.ts.
# Put your host name in place of :8080, and Caddy serves https, which browsers ask for before they store and encrypt.
# FRAME_ANCESTORS: who may show Isoline in a frame, origins with spaces between; nobody where it is not set.
:8080 {
\troot * /usr/share/caddy
\tencode gzip
\theader {
${headers.join("\n")}
\t}
\t@kept path /assets/*
\theader @kept Cache-Control "${KEPT}"
\t@asked not path /assets/*
\theader @asked Cache-Control no-cache
\tfile_server
}
`;
}

function headersFile(): string {
  const headers = Object.entries(securityHeaders()).map(([name, value]) => `  ${name}: ${value}`);
  return `# For hosts that read a file _headers beside the app (Netlify, Cloudflare Pages): copy it into dist/. Written by ${COMMAND}: change scripts/security-headers.ts.
# Who may show Isoline in a frame: write origins in place of frame-ancestors 'none'.
/*
${headers.join("\n")}
/assets/*
  Cache-Control: ${KEPT}
`;
}
