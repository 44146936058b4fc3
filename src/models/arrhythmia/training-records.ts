/**
 * DS1 of P. de Chazal et al., IEEE Trans. Biomed. Eng. 51, 1196–1206 (2004): the records of the MIT-BIH Arrhythmia Database
 * to learn from; those of DS2 are of other patients. Records of paced hearts are in neither.
 */
export const DS1 = [
  "101", "106", "108", "109", "112", "114", "115", "116", "118", "119", "122", "124", "201", "203", "205", "207", "208", "209", "215", "220", "223", "230",
] as const;
