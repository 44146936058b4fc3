/** The version in package.json, put in by the build. */
declare const __APP_VERSION__: string;
/** The files below public/models by the model's id, put in by the build. */
declare const __MODEL_FILES__: import("../ui/models/model-files.ts").ModelFiles;
