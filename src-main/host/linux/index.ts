export { bootTest, type BootOutcome, type BootTestRequest, type BootTestResult } from './boot-test';
export { createHost } from './create-host';
export { requireTools } from './tools';
