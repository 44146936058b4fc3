/** The public data that shipped samples and models were made of; NOTICE cites their papers. */
export interface DataSource {
  readonly name: string;
  readonly licence: string;
  readonly address: string;
  /** what of the app is made of it */
  readonly use: string;
}

export const DATA_SOURCES: readonly DataSource[] = [
  {
    name: "MIT-BIH Arrhythmia Database 1.0.0 (Moody and Mark 2001; PhysioNet)", licence: "Open Data Commons Attribution License 1.0 (ODC-By 1.0)", address: "doi.org/10.13026/C2F305",
    use: "The samples of heart rates, heartbeats (in the form of Kachuee et al. 2018) and of a recording; the models of heart rates, of beats of 187 samples and of raw ECGs",
  },
  {
    name: "BIDMC Congestive Heart Failure Database (Baim et al. 1986; PhysioNet), as ECG5000 of the UCR archive (Chen et al. 2015, Dau et al. 2018)", licence: "Open Data Commons Attribution License 1.0 (ODC-By 1.0)",
    address: "doi.org/10.13026/C29G60", use: "The sample ECG5000 and the autoencoders of beats",
  },
  { name: "PTB-XL 1.0.3 (Wagner et al. 2020; PhysioNet)", licence: "Creative Commons Attribution 4.0 International (CC BY 4.0)", address: "doi.org/10.13026/kfzx-aw45", use: "The twelve-lead model" },
  { name: "Lobachevsky University Electrocardiography Database (Kalyakulina et al. 2020; PhysioNet)", licence: "Open Data Commons Attribution License 1.0 (ODC-By 1.0)", address: "doi.org/10.13026/eegm-h675", use: "Rules that find the boundaries of waves were tuned on it" },
];

/** What was compiled into the WebAssembly files of TensorFlow.js by its makers. */
export const COMPILED_IN = "XNNPACK (BSD-3-Clause), pthreadpool and cpuinfo (BSD-2-Clause), FP16 and FXdiv (MIT), the Emscripten runtime (MIT)";
