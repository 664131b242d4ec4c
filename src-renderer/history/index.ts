export { HistoryBar } from './HistoryBar';
export { HistoryPlace } from './HistoryPlace';
