export { bootTest, type BootTestRequest, type BootTestResult } from './boot-test';
export type { BootOutcome } from './verdict';
