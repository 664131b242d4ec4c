export { checkStick } from './check';
export { makeSticks, type MakeRunning } from './make';
export type { MakeTools } from './job';
export { planOperations } from './operations';
export { preparePlan, type Prepared } from './prepare';
export { StagedImages, type StagedImage } from './staged-image';
export { checkTarget } from './check-target';
