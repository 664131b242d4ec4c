export { bootTest, type BootOutcome, type BootTestRequest, type BootTestResult } from './boot-test';
export { requireTools } from './tools';
