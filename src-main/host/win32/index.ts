export { createHost } from './create-host';
export { describeWindowsHost } from './describe-windows-host';
