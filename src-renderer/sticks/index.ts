export { CheckBar } from './CheckBar';
export { CheckPlace } from './CheckPlace';
