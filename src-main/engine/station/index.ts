export { beginStation, openSeries, type RunningStation } from './run-station';
export type { Station, StickEnd } from './station';
export type { OpenedRecipe, StationTools } from './stick-maker';
