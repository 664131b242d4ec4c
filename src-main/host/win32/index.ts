export { describeWindowsHost } from './describe-windows-host';
