import { type Drive, type DriveIdentity, driveName, holdsData } from '../../src-shared/drive';
import {
  type DriveTestProgress,
  type DriveTestResult,
  type DriveVerdict,
  TYPICAL_WINDOWS_BYTES,
  judgeDriveTest,
} from '../../src-shared/drive-test';
import type { StickErrorData } from '../../src-shared/errors';
import type { Edition } from '../../src-shared/image';
import { unpackedBytes } from '../../src-shared/space';
import { nameMatches } from './answers';
import { identityKey } from './wizard';

/** What drives showed when they were tested since the program was started, by `identityKey`. */
export type DriveTests = Readonly<Record<string, DriveTestResult>>;

/** A test that was asked for, with what was typed or ticked to confirm that it erases the drive. */
export interface AskedTest {
  state: 'asked';
  drive: Drive;
  typed: string;
  ticked: boolean;
}

export interface RunningTest {
  state: 'running' | 'cancelling';
  drive: Drive;
  progress: DriveTestProgress | null;
}

/** The drive test that is on screen. */
export type Testing =
  AskedTest | RunningTest | { state: 'failed'; drive: Drive; error: StickErrorData };

/** 4 KiB writes that unpacking costs for each file and folder, as counted on practice images. */
const WRITES_PER_ENTRY = 7;

export function isUnderWay(testing: Testing | null): testing is RunningTest {
  return testing?.state === 'running' || testing?.state === 'cancelling';
}

export function testConfirmed({ drive, typed, ticked }: AskedTest): boolean {
  return holdsData(drive) ? nameMatches(driveName(drive), typed) : ticked;
}

export function testResult(tests: DriveTests, drive: DriveIdentity): DriveTestResult | null {
  return tests[identityKey(drive)] ?? null;
}

/** A drive that was found to hold less than it claims can't become a stick. */
export function holdsLess(tests: DriveTests, drive: DriveIdentity): boolean {
  const result = testResult(tests, drive);
  return result !== null && result.firstLostByte !== null;
}

/** The verdict for the edition that was chosen, or for a usual Windows 11 before that. */
export function verdictOn(result: DriveTestResult, edition: Edition | null): DriveVerdict {
  return judgeDriveTest(result, edition === null ? TYPICAL_WINDOWS_BYTES : unpackedBytes(edition));
}

/** Minutes that unpacking an edition straight onto a drive takes, roughly. */
export function directMinutes(result: DriveTestResult, edition: Edition): number {
  const entries = edition.fileCount + edition.directoryCount;
  const small = (entries * WRITES_PER_ENTRY * 4096) / result.randomWrite;
  return (small + unpackedBytes(edition) / result.sequentialWrite) / 60;
}
