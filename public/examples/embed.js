// How a page drives Isoline in a frame. The app's address is in this page's own: embed.html?app=https://isoline.example/

const app = new URL(new URLSearchParams(location.search).get("app") ?? "../", location.href);
if (!["https:", "http:"].includes(app.protocol)) throw new Error("The app's address must be a web address.");

const frame = document.getElementById("app");
const waiting = new Map();
const listeners = new Map();
let lastId = 0;

/** Calls the app; resolves to its answer, rejects with its error. */
function call(name, input) {
  const id = ++lastId;
  frame.contentWindow.postMessage({ isoline: 1, id, call: name, input }, app.origin);
  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
}

/** Calls `listener` for every result or alert from now on. */
async function subscribe(to, listener) {
  const subscribed = call("subscribe", { to });
  listeners.set(lastId, listener);
  await subscribed;
}

window.addEventListener("message", ({ data, origin, source }) => {
  if (source !== frame.contentWindow || origin !== app.origin || data?.isoline !== 1) return;
  if (data.event) return listeners.get(data.id)?.(data.event);
  const { resolve, reject } = waiting.get(data.id) ?? {};
  waiting.delete(data.id);
  if (data.error) reject?.(data.error);
  else resolve?.(data.result);
});

const answers = document.getElementById("answers");
const show = (what, value) => answers.prepend(`${what}: ${JSON.stringify(value)}\n`);
const run = (what, promise) => promise.then((result) => show(what, result), (error) => show(`${what} failed`, error));
const on = (id, event, action) => document.getElementById(id).addEventListener(event, action);

on("models", "click", () => run("models", call("models").then((models) => models.map(({ id }) => id))));
on("predict", "click", () => run("predict", call("predict", { X: [64, 1, null, null, null, null, null], Y: beats() })));
on("subscribe", "click", () => run("subscribe", subscribe(["results", "alerts"], (event) => show("event", event))));
on("file", "change", ({ target }) => run("checkFile", call("checkFile", { files: [...target.files] })));

/** Ten seconds of twelve leads at 100 Hz with a made-up beat a second: a sharp wave, and a round one after it. */
function beats() {
  const wave = (t, at, width) => Math.exp(-(((t - at) / width) ** 2));
  return Array.from({ length: 1000 }, (_, i) => {
    const t = (i / 100) % 1;
    const beat = wave(t, 0.4, 0.02) + 0.25 * wave(t, 0.7, 0.06) + 0.1 * wave(t, 0.22, 0.03);
    return [0.5, 1, 0.5, -0.75, 0, 0.75, -0.4, 0.3, 0.6, 1.1, 1, 0.8].map((share) => share * beat);
  });
}

document.getElementById("origin").textContent = app.origin;
document.getElementById("own-origin").textContent = location.origin;
frame.src = app.href;
