import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { answerFile, portableEdits } from './portable';

function parsedAnswerFile(architecture: 'x64' | 'arm64'): unknown {
  return new XMLParser({ ignoreAttributes: false }).parse(answerFile(architecture));
}

describe('the edits that make a Windows portable', () => {
  it('set the two registry values when internal disks are to be hidden', () => {
    const { registry } = portableEdits({ hideInternalDisks: true, architecture: 'x64' });
    expect(registry).toEqual([
      {
        hive: 'SYSTEM',
        key: 'CurrentControlSet\\Control',
        name: 'PortableOperatingSystem',
        data: { type: 'dword', value: 1 },
      },
      {
        hive: 'SYSTEM',
        key: 'CurrentControlSet\\Services\\partmgr\\Parameters',
        name: 'SanPolicy',
        data: { type: 'dword', value: 4 },
      },
    ]);
  });

  it('leave the disk policy alone when internal disks are not to be hidden', () => {
    const { registry } = portableEdits({ hideInternalDisks: false, architecture: 'x64' });
    expect(registry.map(({ name }) => name)).toEqual(['PortableOperatingSystem']);
  });

  it.each([
    ['x64', 'amd64'],
    ['arm64', 'arm64'],
  ] as const)('remove the recovery environment of a %s Windows on first start', (ours, theirs) => {
    expect(parsedAnswerFile(ours)).toMatchObject({
      unattend: {
        '@_xmlns': 'urn:schemas-microsoft-com:unattend',
        settings: {
          '@_pass': 'oobeSystem',
          component: {
            '@_name': 'Microsoft-Windows-WinRE-RecoveryAgent',
            '@_processorArchitecture': theirs,
            UninstallWindowsRE: true,
          },
        },
      },
    });
  });
});
