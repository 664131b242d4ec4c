import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLI, runCli, type CliRun } from '../../src-main/cli/testing';
import { VirtualDrive, powershell } from './virtual-drive';

/*
 * A whole stick on a real Windows, by the built command line, onto a virtual disk that Windows takes for a drive. The practice
 * image is made by Linux' tools, so it is brought along: STICKSMITH_PRACTICE_ISO names it. It takes an administrator's
 * command prompt, at which nobody is asked for rights. Written by what is documented; it has never run yet.
 */

const iso = process.env['STICKSMITH_PRACTICE_ISO'] ?? '';
const why = whyNot();
if (why !== null) console.warn(`No stick is made on a real Windows: ${why}.`);

/** As the practice Windows needs, and Windows' own partitions beside it. */
const DRIVE_MEBIBYTES = 8 * 1024;
/** Windows' own programs are slow, and so are runners. */
const PATIENCE_MS = 20 * 60_000;

function whyNot(): string | null {
  if (process.platform !== 'win32') return `this is ${process.platform}, not Windows`;
  if (!existsSync(CLI)) return `${CLI} is missing; node scripts/build.mjs makes it`;
  if (!existsSync(iso)) return 'STICKSMITH_PRACTICE_ISO names no practice image made on Linux';
  return null;
}

describe.skipIf(why !== null)('a stick made on a real Windows', () => {
  let folder: string;
  let work: string;
  let drive: VirtualDrive | null = null;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sticksmith-windows-'));
    work = join(folder, 'work');
    await mkdir(work);
    drive = await VirtualDrive.make(folder, DRIVE_MEBIBYTES);
  }, PATIENCE_MS);

  afterAll(async () => {
    // Fails where a test has pulled it out and not plugged it in again.
    await drive?.detach().catch((error: unknown) => {
      console.warn(`The virtual drive was not attached any more: ${String(error)}`);
    });
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 });
  }, PATIENCE_MS);

  /** Disks that are files are for tests only. */
  const sticksmith = (...args: string[]): Promise<CliRun> =>
    runCli(args, { env: { STICKSMITH_ALLOW_LOOP: '1', LOCALAPPDATA: folder } });
  const path = (): Promise<string> => {
    if (drive === null) throw new Error('there is no virtual drive');
    return drive.path();
  };
  const listed = async (): Promise<unknown[]> => {
    const { code, lines, stderr } = await sticksmith('drives', '--all');
    expect(code, stderr).toBe(0);
    const [result] = lines.filter(({ type }) => type === 'result');
    return (result?.['drives'] as { drive: { path: string } }[]).map(({ drive }) => drive.path);
  };

  it(
    'is refused where Windows itself lies, and for a drive that is not there',
    async () => {
      const system = await powershell(
        '(Get-Partition -DriveLetter $env:TEST_INPUT).DiskNumber',
        (process.env['SystemDrive'] ?? 'C:').slice(0, 1),
      );
      const make = ['make', '--image', iso, '--edition', '1', '--work-dir', work, '--yes'];
      const onSystem = await sticksmith(...make, '--target', `\\\\.\\PhysicalDrive${system}`);
      expect(onSystem.error?.code).toBe('target/refused');
      expect(onSystem.error?.stick).toBe('untouched');
      const onNone = await sticksmith(...make, '--target', '\\\\.\\PhysicalDrive999');
      expect(onNone.error?.code).toBe('target/not-found');
    },
    PATIENCE_MS,
  );

  it(
    'is made, read back and checked',
    async () => {
      const target = await path();
      expect(await listed()).toContain(target);
      const made = await sticksmith(
        ...['make', '--image', iso, '--edition', '1', '--target', target],
        ...['--work-dir', work, '--unmount', '--yes'],
      );
      expect(made.error, made.stderr).toBeUndefined();
      expect(made.code).toBe(0);
      const checked = await sticksmith('check', target);
      expect(checked.code, checked.stdout).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'is what Windows reads, too',
    async () => {
      const number = (await path()).replace(/\D/g, '');
      const kinds = await powershell(
        "(Get-Partition -DiskNumber $env:TEST_INPUT | ForEach-Object { $_.GptType }) -join ' '",
        number,
      );
      // An EFI system partition and one for files. (documented:
      // https://learn.microsoft.com/windows/win32/api/winioctl/ns-winioctl-partition_information_gpt)
      expect(kinds.toLowerCase()).toContain('{c12a7328-f81f-11d2-ba4b-00a0c93ec93b}');
      expect(kinds.toLowerCase()).toContain('{ebd0a0a2-b9e5-4433-87c0-68b6b72699c7}');
      const scans = await powershell(
        "(Get-Partition -DiskNumber $env:TEST_INPUT | Get-Volume | Where-Object FileSystem -eq 'NTFS' |" +
          " ForEach-Object { Repair-Volume -InputObject $_ -Scan }) -join ' '",
        number,
      );
      expect(scans).toBe('NoErrorsFound');
    },
    PATIENCE_MS,
  );

  it(
    'is gone when it is pulled out, and whole when it is plugged in again',
    async () => {
      const before = await path();
      await drive?.detach();
      expect(await listed()).not.toContain(before);
      expect((await sticksmith('check', before)).error?.code).toBe('target/not-found');
      await drive?.attach();
      const checked = await sticksmith('check', await path());
      expect(checked.code, checked.stdout).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'leaves nothing attached, loaded or lying about',
    async () => {
      const images = await powershell(
        "@(Get-Disk | Where-Object BusType -eq 'File Backed Virtual' | ForEach-Object Location) -join '|'",
        '',
      );
      expect(images.toLowerCase()).not.toContain(work.toLowerCase());
      const hives = await powershell('@(Get-ChildItem HKLM:).PSChildName -join [char]10', '');
      expect(hives).not.toMatch(/sticksmith/i);
    },
    PATIENCE_MS,
  );
});
