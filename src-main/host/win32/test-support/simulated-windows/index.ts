export {
  SimulatedWindows,
  type Remains,
  type SimulatedFailure,
  type SimulatedRunning,
} from './simulated-windows';
export { SimulationLimit } from './simulation-limit';
export { simulatedRun, simulatedWork } from './simulated-work';
