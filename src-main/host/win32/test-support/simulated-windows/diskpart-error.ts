import { ProgramFailed } from './simulation-limit';

/**
 * Exit codes of diskpart. 2, 3 and 5 are documented (diskpart’s exit codes); that a failure of a service ends it with the failure's HRESULT
 * in place of 4 is reported (0x80042413 for a disk in use). Names as in MS-VDS 2.2.1; which failure gives which code is assumed but for that one.
 */
export const DISKPART_CODE = {
  wrongArguments: 2,
  noScript: 3,
  wrongSelection: 5,
  objectNotFound: 0x80042405,
  notEnoughSpace: 0x8004240f,
  deviceInUse: 0x80042413,
  diskNotEmpty: 0x80042414,
  invalidOperation: 0x80042415,
  fileNotFound: 0x80070002,
  accessDenied: 0x80070005,
  fileInUse: 0x80070020,
  fileExists: 0x80070050,
  diskFull: 0x80070070,
  badPath: 0x8007007b,
  writeProtected: 0x80070013,
} as const;

export type DiskpartCode = keyof typeof DISKPART_CODE;

/** An error after which a command with `noerr` lets the script go on. */
export class DiskpartError extends ProgramFailed {}

/** An error that the Virtual Disk Service tells. */
export function serviceError(code: DiskpartCode, sentence: string): DiskpartError {
  return new DiskpartError(
    DISKPART_CODE[code],
    `\r\nVirtual Disk Service error:\r\n${sentence}\r\n\r\n`,
  );
}

/** An error that diskpart tells itself. */
export function diskpartError(code: DiskpartCode, sentence: string): DiskpartError {
  const log = 'See the System Event Log for more information.';
  return new DiskpartError(
    DISKPART_CODE[code],
    `\r\nDiskPart has encountered an error: ${sentence}\r\n${log}\r\n\r\n`,
  );
}

/** Nothing is selected that the command could be about. */
export function nothingSelected(
  what: 'disk' | 'partition' | 'volume' | 'virtual disk',
): DiskpartError {
  return new DiskpartError(
    DISKPART_CODE.wrongSelection,
    `\r\nThere is no ${what} selected.\r\nPlease select a ${what} and try again.\r\n\r\n`,
  );
}
