export { testBoot, type BootTestRunning } from './test-boot';
