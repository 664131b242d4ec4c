export { restoreDrives, type RestoreRequest, type RestoreTools } from './restore-drives';
