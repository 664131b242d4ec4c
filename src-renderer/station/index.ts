export { StationBar } from './StationBar';
export { StationPlace } from './StationPlace';
