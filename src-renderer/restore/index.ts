export { RestoreBar } from './RestoreBar';
export { RestorePlace } from './RestorePlace';
