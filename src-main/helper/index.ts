export { MESSAGE_LIMIT, readLines, sendLine } from './lines';
export * from './protocol';
export { sameToken } from './private-folder';
export { VentoyCommandSchema } from './ventoy-command';
export type { Win32Parts } from './win32-platform';
export { packWindowsVolume } from './windows-volume-message';
export type { FileSystemName } from './file-system-names';
export { createImageFile } from './image-file-medium';
export { refuseVirtualDisk } from './disk-file';
