export {
  MOST_STEPS,
  PhaseTimingSchema,
  SPEED_LIMITS,
  ThroughputSchema,
  secondsOf,
  type PhaseTiming,
  type Throughput,
} from './phase-timing';
export { ThroughputMeter, speedClass } from './throughput-meter';
export { partOf, slowestOf, type SlowPart, type Slowest } from './slowest';
export { preciseDuration, phaseActs, slowestText } from './words';
