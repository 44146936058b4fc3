/** What build tools put into the app by themselves, by a word of the module's name. */
const OF_TOOLS: readonly (readonly [RegExp, string])[] = [
  [/pwa-register/, "vite-plugin-pwa"],
  [/rolldown/, "rolldown"],
  [/^\0vite|vite\/(preload-helper|modulepreload-polyfill)/, "vite"],
];

/** The folder of the package that a module of the bundle belongs to, relative to the project; null for the app's own. */
export function packageFolder(moduleId: string): string | null {
  const path = moduleId.replaceAll("\\", "/").split("?")[0];
  // A package within another's folder: all of the way to it.
  const match = /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path);
  if (match !== null) return match[0];
  const tool = OF_TOOLS.find(([pattern]) => pattern.test(path));
  return tool === undefined ? null : `node_modules/${tool[1]}`;
}
