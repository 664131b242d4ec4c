import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WindowsVolumeRequest } from '../../index';
import { hostileTexts } from '../hostile-texts-testing';
import type { Operation } from '../operation';
import { printOperation } from './print-operation';
import {
  expectedOfImage,
  windowsVolumeOperations,
  windowsVolumeSteps,
  type VolumePlaces,
} from './windows-volume';

const places: VolumePlaces = {
  mountFolder: 'C:\\Work\\job\\volume',
  scratch: 'C:\\Work\\job\\scratch',
  log: 'C:\\Work\\job\\dism.log',
  job: '0a1b2c3d',
  sectorBytes: 512,
  automount: 'leave',
};

const GIB = 1024 ** 3;

const request: WindowsVolumeRequest = {
  wimParts: ['D:\\sources\\install.wim'],
  index: 6,
  place: 'new-file',
  volumePath: 'C:\\Work\\job\\windows.vhdx',
  volumeBytes: 20 * GIB + 4096,
  fenceBytes: null,
  startLba: 614400,
  label: 'Windows',
  edits: {
    registry: [
      {
        hive: 'SYSTEM',
        key: 'CurrentControlSet\\Services\\partmgr\\Parameters',
        name: 'SanPolicy',
        data: { type: 'dword', value: 4 },
      },
      { hive: 'SYSTEM', key: 'Setup', name: 'x', data: { type: 'string', value: 'y' } },
      { hive: 'DEFAULT_USER', key: 'Software\\Test', name: 'a', data: { type: 'dword', value: 1 } },
    ],
    files: [
      {
        path: '/ProgramData/Sticksmith/first-start.ps1',
        content: { kind: 'bytes', bytes: Buffer.from('x') },
      },
    ],
    removals: ['/Windows/System32/Recovery/Winre.wim'],
  },
  extractPaths: ['/Windows/Boot'],
  extractTo: 'C:\\Work\\job\\boot',
};

const script = (operation: Operation | undefined): string[] =>
  operation?.scripts[0]?.text.trimEnd().split('\r\n') ?? [];

describe('making a volume of Windows in a virtual disk', () => {
  it('goes from an empty folder to a detached disk', () => {
    const told = windowsVolumeSteps(request, places, {
      controlSet: 2,
      missingFolders: ['/ProgramData/Sticksmith'],
    }).map((step) =>
      step.kind === 'run'
        ? `${step.operation.program} ${step.operation.args.slice(0, 2).join(' ')}`
        : step.kind,
    );
    expect(told).toEqual([
      'diskpart.exe /s {diskpart.txt}',
      'Dism.exe /English /LogPath:C:\\Work\\job\\dism.log',
      'copy-out',
      'remove',
      'make-folder',
      'icacls.exe C:\\Work\\job\\volume\\ProgramData\\Sticksmith /inheritance:r',
      'put',
      'icacls.exe C:\\Work\\job\\volume\\ProgramData\\Sticksmith\\first-start.ps1 /inheritance:r',
      'require-file',
      'reg.exe load HKLM\\sticksmith-0a1b2c3d-system',
      'reg.exe import {changes.reg}',
      'reg.exe unload HKLM\\sticksmith-0a1b2c3d-system',
      'require-file',
      'reg.exe load HKLM\\sticksmith-0a1b2c3d-default-user',
      'reg.exe import {changes.reg}',
      'reg.exe unload HKLM\\sticksmith-0a1b2c3d-default-user',
      'mountvol.exe C:\\Work\\job\\volume /D',
      'diskpart.exe /s {diskpart.txt}',
    ]);
  });

  it('makes, formats and mounts the disk by one script, and takes it back by another', () => {
    const [make] = windowsVolumeOperations(request, places);
    expect(script(make)).toEqual([
      'create vdisk file="C:\\Work\\job\\windows.vhdx" maximum=20482 type=expandable',
      'select vdisk file="C:\\Work\\job\\windows.vhdx"',
      'attach vdisk',
      'online disk noerr',
      'attributes disk clear readonly noerr',
      'convert mbr noerr',
      'create partition primary size=20480 offset=1024',
      'format fs=ntfs label="Windows" unit=4096 quick',
      'remove all noerr',
      'assign mount="C:\\Work\\job\\volume"',
      'exit',
    ]);
    expect(script(make?.undo ?? undefined)).toEqual([
      'select vdisk file="C:\\Work\\job\\windows.vhdx" noerr',
      'detach vdisk noerr',
      'exit',
    ]);
  });

  it('unpacks all parts of a split image', () => {
    const wimParts = [
      'D:\\sources\\install.swm',
      'D:\\sources\\install2.swm',
      'D:\\sources\\install10.swm',
    ];
    const apply = windowsVolumeOperations({ ...request, wimParts }, places)[1];
    expect(apply?.args).toEqual([
      '/English',
      '/LogPath:C:\\Work\\job\\dism.log',
      '/ScratchDir:C:\\Work\\job\\scratch',
      '/Apply-Image',
      '/ImageFile:D:\\sources\\install.swm',
      '/SWMFile:D:\\sources\\install*.swm',
      '/Index:6',
      '/ApplyDir:C:\\Work\\job\\volume',
      '/EA',
    ]);
  });

  it.each(['E:\\sources\\install2.swm', 'D:\\sources\\other2.swm', 'D:\\sources\\install2.wim'])(
    'refuses %s as a part',
    (part) => {
      expect(() =>
        windowsVolumeOperations(
          { ...request, wimParts: ['D:\\sources\\install.swm', part] },
          places,
        ),
      ).toThrow('wim/part-foreign');
    },
  );

  it('changes the control set that the image uses, in the hive that is loaded', () => {
    const operations = windowsVolumeOperations(request, places, {
      ...expectedOfImage,
      controlSet: 2,
    });
    const changes = operations.find(({ args }) => args[0] === 'import');
    expect(script(changes)).toEqual([
      'Windows Registry Editor Version 5.00',
      '',
      '[HKEY_LOCAL_MACHINE\\sticksmith-0a1b2c3d-system\\ControlSet002\\Services\\partmgr\\Parameters]',
      '"SanPolicy"=dword:00000004',
      '',
      '[HKEY_LOCAL_MACHINE\\sticksmith-0a1b2c3d-system\\Setup]',
      '"x"="y"',
    ]);
  });

  it('takes back whatever lasts beyond its operation', () => {
    for (const place of ['new-file', 'device'] as const) {
      const volumePath = place === 'device' ? '\\\\.\\PhysicalDrive3' : request.volumePath;
      const operations = windowsVolumeOperations(
        { ...request, place, volumePath },
        { ...places, automount: 'pause' },
      );
      for (const { program, args, undo, scripts } of operations) {
        const lasting =
          args[0] === 'load' ||
          args[0] === '/N' ||
          (scripts[0]?.text.includes('assign mount=') ?? false);
        expect([program, args, undo !== null]).toEqual([program, args, lasting]);
      }
      expect(operations.filter(({ undo }) => undo !== null)).toHaveLength(4);
    }
  });

  it('reserves BitLocker’s files for the system', () => {
    const operations = windowsVolumeOperations({ ...request, bitLockerAreas: true }, places);
    const folder = 'C:\\Work\\job\\volume\\System Volume Information';
    const last = operations.filter(({ args }) => args[0] === folder).at(-1);
    expect(last?.args).toEqual([folder, '/inheritance:r', '/q', '/grant:r', '*S-1-5-18:(OI)(CI)F']);
    expect(operations.filter(({ program }) => program === 'attrib.exe')).toHaveLength(6);
  });
});

describe('making a volume of Windows on a drive', () => {
  const direct: WindowsVolumeRequest = {
    ...request,
    place: 'device',
    volumePath: '\\\\.\\PhysicalDrive3',
  };

  it('puts the partition where it will be on the stick', () => {
    const operations = windowsVolumeOperations(direct, places);
    expect(script(operations[0])).toEqual([
      'select disk 3',
      'online disk noerr',
      'attributes disk clear readonly noerr',
      'clean',
      'convert mbr',
      'create partition primary size=20480 offset=307200',
      'format fs=ntfs label="Windows" unit=4096 quick',
      'remove all noerr',
      'assign mount="C:\\Work\\job\\volume"',
      'exit',
    ]);
    expect(operations.at(-1)).toMatchObject({
      program: 'mountvol.exe',
      args: ['C:\\Work\\job\\volume', '/D'],
    });
    expect(operations[0]?.undo).toMatchObject({
      program: 'mountvol.exe',
      args: ['C:\\Work\\job\\volume', '/D'],
    });
  });

  it('wants the partition’s place compared before anything is unpacked into it', () => {
    const [make, compare, apply] = windowsVolumeSteps(direct, places, expectedOfImage);
    expect([make?.kind, apply?.kind]).toEqual(['run', 'run']);
    expect(compare).toEqual({
      kind: 'require-partition',
      diskNumber: 3,
      startByte: 300 * 1024 ** 2,
      mostBytes: direct.volumeBytes,
    });
  });

  it('uses a GPT for what an MBR can’t reach', () => {
    const [make] = windowsVolumeOperations({ ...direct, volumeBytes: 2048 * GIB }, places);
    expect(script(make)).toContain('convert gpt');
  });

  it.each(['\\\\.\\PhysicalDrive', '\\\\.\\PhysicalDrive1\nselect disk 0', '/dev/sdb', 'E:'])(
    'refuses %j as a drive',
    (volumePath) => {
      expect(() => windowsVolumeOperations({ ...direct, volumePath }, places)).toThrow(
        'target/not-a-drive',
      );
    },
  );

  it('refuses a place that diskpart can’t be given', () => {
    expect(() => windowsVolumeOperations({ ...direct, startLba: 3 }, places)).toThrow(RangeError);
  });
});

describe('hostile names', () => {
  it('never add a command to a script of diskpart’s', () => {
    fc.assert(
      fc.property(hostileTexts, hostileTexts, hostileTexts, (label, volumePath, mountFolder) => {
        const asked = { ...request, label, volumePath };
        let operations: Operation[];
        try {
          operations = windowsVolumeOperations(asked, { ...places, mountFolder });
        } catch (error) {
          expect(String(error)).toContain('windows/unusable-text');
          return;
        }
        const first = [operations[0], operations.at(-1), operations[0]?.undo ?? undefined].map(
          (one) => script(one).map((line) => line.split(/[ =]/, 2).join(' ')),
        );
        expect(first).toEqual([
          [
            'create vdisk',
            'select vdisk',
            'attach vdisk',
            'online disk',
            'attributes disk',
            'convert mbr',
            'create partition',
            'format fs',
            'remove all',
            'assign mount',
            'exit',
          ],
          ['select vdisk', 'detach vdisk', 'exit'],
          ['select vdisk', 'detach vdisk', 'exit'],
        ]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the operations as text', () => {
  it('show commands, scripts and what takes them back, each on a line of its own', () => {
    const printed = windowsVolumeOperations(request, places).flatMap(printOperation);
    expect(printed).toContain('  "diskpart.exe" /s {diskpart.txt}');
    expect(printed).toContain('  | assign mount="C:\\Work\\job\\volume"');
    expect(printed).toContain('      | detach vdisk noerr');
    expect(printed).toContain(
      '  "reg.exe" load HKLM\\sticksmith-0a1b2c3d-system C:\\Work\\job\\volume\\Windows\\System32\\config\\SYSTEM',
    );
    expect(printed.filter((line) => /[\r\n]/.test(line))).toEqual([]);
  });
});
