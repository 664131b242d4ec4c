export { withWimWorker, type WimWorker } from './client';
export type { FoundPath } from './protocol';
