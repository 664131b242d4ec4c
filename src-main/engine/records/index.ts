export { exportRecords, saveLabel } from './export-records';
export { labelOf, readForLabel } from './label';
export { labelPage } from './label-page';
export { makeRecorded, recorded, type MakeRecording } from './make-recorded';
export { RecordLines } from './record-lines';
export { RecordStore } from './record-store';
export { type Recording } from './recorded-job';
export { recipeName, recipeOfPlan } from './recorded-recipe';
export { restoreRecorded } from './restore-recorded';
