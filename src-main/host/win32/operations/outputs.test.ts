import { describe, expect, it } from 'vitest';
import { stickError } from '../../../../src-shared/errors';
import { transcript } from '../transcripts-testing';
import { detachStagedDisk } from './diskpart';
import { applyImage } from './dism';
import { dismRefusal, readFeatures, readImagePaths, readProvisionedApps } from './dism-output';
import { readDword, unloadHive } from './reg';

const printed = (name: string, code: number) => ({ code, stdout: transcript(name), stderr: '' });
const lines = (name: string): string[] => transcript(name).split(/[\r\n]+/);

describe('what diskpart prints', () => {
  const { failureOf, progressOf } = detachStagedDisk('C:\\a.vhdx');

  it.each([
    ['diskpart-in-use-english', 2147755027, '0x80042413', 'The device is in use.'],
    ['diskpart-no-medium-russian', 2147755026, '0x80042412', 'Нет носителя в устройстве.'],
    ['diskpart-too-large-chinese', 2147755000, '0x800423f8', '卷大小太大。'],
    [
      'diskpart-bad-words-english',
      2147942487,
      '0x80070057',
      'The arguments specified for this command are not valid. For more information on the command type: HELP CREATE PARTITION PRIMARY',
    ],
  ])('tells in %s why it failed', (name, code, windowsCode, message) => {
    expect(failureOf(printed(name, code))).toEqual({ windowsCode, message });
  });

  it('tells of an error without a heading by its last paragraph', () => {
    expect(failureOf(printed('diskpart-no-extent-english', 2147942487))?.message).toMatch(
      /^No usable free extent could be found\. .* \(only logical drives may be created\)\.$/,
    );
  });

  it('is no failure when it ended with 0, and one when it printed nothing', () => {
    expect(failureOf(printed('diskpart-done-german', 0))).toBeNull();
    expect(failureOf({ code: -2147212269, stdout: '', stderr: '' })).toEqual({
      windowsCode: '0x80042413',
      message: '',
    });
  });

  it.each([
    ['diskpart-in-use-english', [0, 0, 1]],
    ['diskpart-no-extent-english', [0, 1]],
    ['diskpart-too-large-chinese', [0]],
    ['diskpart-done-german', [1]],
    ['diskpart-no-medium-russian', []],
  ])('tells in %s how far it is', (name, progress) => {
    expect(
      lines(name)
        .map(progressOf)
        .filter((share) => share !== null),
    ).toEqual(progress);
  });
});

describe('what DISM prints', () => {
  const image = { wimParts: ['a.wim'], index: 1 };
  const { failureOf, progressOf } = applyImage(image, 'W:', { scratch: 's', log: 'l' });

  it.each([
    ['dism-no-space-english', 112, '112', 'There is not enough space on the disk.'],
    [
      'dism-no-source-german',
      0x800f081f,
      '0x800f081f',
      'Die Quelldateien konnten nicht gefunden werden.',
    ],
  ])('tells in %s why it failed', (name, code, windowsCode, message) => {
    expect(failureOf(printed(name, code))).toEqual({ windowsCode, message });
  });

  it('is no failure when it ended with 0, or wants a restart', () => {
    expect(failureOf(printed('dism-done-english', 0))).toBeNull();
    expect(failureOf({ code: 3010, stdout: '', stderr: '' })).toBeNull();
  });

  it('is a failure by its exit code alone, too', () => {
    expect(failureOf({ code: 0xc142011c, stdout: 'x\r\n', stderr: '' })).toEqual({
      windowsCode: '0xc142011c',
      message: 'x',
    });
  });

  it('tells how far it is', () => {
    const shares = (name: string) =>
      lines(name)
        .map(progressOf)
        .filter((share) => share !== null);
    expect(shares('dism-done-english')).toEqual([0.29, 0.46, 0.47, 0.99, 1]);
    expect(shares('dism-no-space-english')).toEqual([0.27]);
    expect(progressOf('[=      3,5%      ]')).toBeCloseTo(0.035);
    expect(progressOf('[=== 999.0% ]')).toBeNull();
  });

  it.each([
    ['The request is not supported. (50)', true],
    ['Feature name X is unknown. (0x800f080c)', true],
    ['Deployment failed. (0x80073cf1)', true],
    ['There is not enough space on the disk. (112)', false],
    ['The request could not be performed because of an I/O device error. (1117)', false],
    ['Access is denied. (5)', false],
    ['x (1)', false],
    ['0x800f0000 is the last word of something else', false],
  ])('%s, is a refusal: %s', (message, isRefusal) => {
    const error = stickError('tool/failed', { tool: 'Dism.exe', message });
    expect(dismRefusal(error)).toBe(isRefusal ? message : null);
    expect(dismRefusal(new Error(message))).toBeNull();
  });

  it('lists features and apps', () => {
    expect(readFeatures(transcript('dism-features-english'))).toEqual([
      { name: 'WorkFolders-Client', state: 'Enabled' },
      { name: 'TelnetClient', state: 'Disabled with Payload Removed' },
    ]);
    expect(readProvisionedApps(transcript('dism-apps-english'))).toEqual([
      {
        name: 'Microsoft.BingNews',
        packageName: 'Microsoft.BingNews_4.2.27001.0_neutral_~_8wekyb3d8bbwe',
      },
      {
        name: 'Microsoft.ZuneMusic',
        packageName: 'Microsoft.ZuneMusic_2019.22091.10041.0_neutral_~_8wekyb3d8bbwe',
      },
    ]);
  });
});

describe('what reg prints', () => {
  const { failureOf } = unloadHive('sticksmith-test');

  it.each([
    ['reg-privilege-english', 'A required privilege is not held by the client.'],
    ['reg-denied-chinese', '拒绝访问。'],
  ])('tells in %s why it failed', (name, message) => {
    expect(failureOf({ code: 1, stdout: '', stderr: transcript(name) })).toEqual({
      windowsCode: null,
      message,
    });
  });

  it('is no failure when it ended with 0, wherever it printed that', () => {
    expect(
      failureOf({ code: 0, stdout: '', stderr: 'The operation completed successfully.\r\n' }),
    ).toBeNull();
  });

  it('holds a number', () => {
    expect(readDword(transcript('reg-query-german'), 'NoAutoMount')).toBe(1);
    expect(readDword(transcript('reg-query-german'), 'Other')).toBeNull();
  });
});

describe('what DISM lists of an image', () => {
  const output = [
    '\r\nDeployment Image Servicing and Management tool\r\nVersion: 10.0.19041.844\r\n\r\n\\',
    '\\Windows\\',
    '\\Windows\\Boot\\EFI\\',
    '\\Windows\\Boot\\EFI\\bootmgfw.efi',
    '\\windows\\boot\\efi\\de-DE',
    '\\Windows\\Boot\\EFI\\de-DE\\bootmgfw.efi.mui',
    '\\Windows\\Boot\\Fonts\\a b.ttf',
    'The operation completed successfully.',
  ].join('\r\n');

  it('is read as what lies in the folders themselves, whatever their case', () => {
    expect(
      readImagePaths(output, ['/Windows/Boot/efi', '/Windows/Boot/Fonts', '/not/there']),
    ).toEqual([
      '/Windows/Boot/EFI/bootmgfw.efi',
      '/windows/boot/efi/de-DE',
      '/Windows/Boot/Fonts/a b.ttf',
    ]);
    expect(readImagePaths(output, ['/'])).toEqual(['/Windows']);
    expect(readImagePaths('', ['/'])).toEqual([]);
  });
});
