export { testBoot, type BootTestRunning } from './boot';
export { BuildCache } from './build-cache';
export { checkStick } from './check';
export { checkTarget, examineTarget } from './check-target';
export { DiaryStore, exportDiary, readDiaryFile } from './diary';
export type { MakeRunning, MakeTools } from './job';
export { makeSticks } from './make';
export { planOperations, workRoom } from './plan-about';
export { judgedDrives } from './judged-drives';
export { preparePlan, type Prepared } from './prepare';
export {
  invalidRecipe,
  openRecipe,
  problemLine,
  problemsIn,
  readRecipeFile,
  readRecipeText,
  type ReadRecipe,
  type RecipeText,
} from './recipe-file';
export { StagedImages, type StagedImage } from './staged-image';
export {
  exportRecords,
  labelOf,
  labelPage,
  makeRecorded,
  readForLabel,
  recipeName,
  recipeOfPlan,
  RecordLines,
  RecordStore,
  saveLabel,
  restoreRecorded,
  type MakeRecording,
  type Recording,
} from './records';
export { readDrivers, reportDrivers } from './read-drivers';
export { readNamedRecipe, RecipeFolder } from './recipes';
export { restoreDrives, type RestoreRequest, type RestoreTools } from './restore';
export {
  foreseeRepair,
  repairStick,
  volumeKeyIn,
  type RepairTools,
  type RepairWishes,
} from './repair';
export {
  beginStation,
  openSeries,
  type OpenedRecipe,
  type RunningStation,
  type StationTools,
  type StickEnd,
} from './station';
export { stickIdentity } from './stick-identity';
export { testDrive } from './test-drive';
export { VENTOY_PACKAGES_FOLDER, VentoyPackages } from './ventoy/packages';
export { foreseenNeeds } from './ventoy/needs';
export { prepareVentoy, type PreparedVentoy } from './ventoy/prepare';
export { presentVentoy } from './ventoy/present-layout';
export { readVentoyStick, requireVentoyStick } from './ventoy/read-stick';
export { requireVentoyHost } from './ventoy/ventoy-host';
export { testUnlock } from './bitlocker/test-unlock';
export { windowsContents } from './windows-contents';
export {
  checkPage,
  requireReportName,
  reportPage,
  saveCheck,
  saveReport,
  type CheckReport,
  type ReportExtras,
} from './report-page';
