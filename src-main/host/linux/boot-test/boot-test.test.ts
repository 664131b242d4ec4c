import { describe, expect, test } from 'vitest';
import { optionValue } from './machine';
import { plainText } from './serial-log';
import { evidenceOf, finalVerdict, verdictOf } from './verdict';

const FIRMWARE =
  '\x1b[2J\x1b[01;01H\x1b[=3h\x1b[2J\x1b[01;01HBdsDxe: loading Boot0001 "UEFI QEMU QEMU USB HARDDRIVE 1" from PciRoot(0x0)\r\n' +
  'BdsDxe: starting Boot0001 "UEFI QEMU QEMU USB HARDDRIVE 1" from PciRoot(0x0)\r\n';
const LOADER = `${FIRMWARE}\x1b[H\x1b[J\x1b[1;1HSTICKSMITH-PRACTICE loader\n\rWindows/a.exe: OK\n\r`;

describe('what a serial port printed', () => {
  test('becomes lines of plain text', () => {
    expect(plainText(LOADER).split('\n')).toEqual([
      'BdsDxe: loading Boot0001 "UEFI QEMU QEMU USB HARDDRIVE 1" from PciRoot(0x0)',
      'BdsDxe: starting Boot0001 "UEFI QEMU QEMU USB HARDDRIVE 1" from PciRoot(0x0)',
      'STICKSMITH-PRACTICE loader',
      'Windows/a.exe: OK',
    ]);
  });

  test('says nothing while the loader is at work', () => {
    expect(verdictOf(plainText(LOADER))).toBeNull();
  });

  test('says that the stick started when the loader is content', () => {
    expect(verdictOf(plainText(`${LOADER}STICKSMITH-PRACTICE OK\n\r`))).toBe('started');
  });

  test('says that the loader failed once its whole reason is there', () => {
    const half = plainText(`${LOADER}STICKSMITH-PRACTICE FAILED files diff`);
    expect(verdictOf(half)).toBeNull();
    expect(verdictOf(`${half}er from the manifest\nmore`)).toBe('loader-failed');
    expect(finalVerdict(half, false)).toBe('loader-failed');
  });

  test('says that nothing starts when the firmware ends up in its shell', () => {
    expect(verdictOf('UEFI Interactive Shell v2.2\nEDK II')).toBe('no-boot');
  });

  test('is not taken for a result because a file is named like one', () => {
    expect(verdictOf('error: STICKSMITH-PRACTICE OK.txt\nx STICKSMITH-PRACTICE OK')).toBeNull();
  });
});

describe('what a BIOS shows', () => {
  const started = 'SeaBIOS (version 1.16.2)\nBooting from Hard Disk...\n';

  test('that it found nothing, or the boot code of the stick that it found no boot manager', () => {
    expect(verdictOf('SeaBIOS\nNo bootable device.')).toBe('no-boot');
    expect(verdictOf(`${started}This stick c\nan't start Windows: its boot`)).toBe('no-boot');
    expect(verdictOf(started)).toBeNull();
  });

  test('is not taken for a failure once a stand-in has begun', () => {
    expect(verdictOf(`${started}STICKSMITH-PRACTICE x\nNo bootable device..txt: OK`)).toBeNull();
  });

  test('of a program that was started and is silent is not judged', () => {
    expect(finalVerdict(started, true)).toBe('unknown');
  });
});

describe('when no more comes', () => {
  test('a program that was started and is silent is not judged', () => {
    expect(finalVerdict(plainText(FIRMWARE), true)).toBe('unknown');
  });

  test('a loader that came to no conclusion has taken too long', () => {
    expect(finalVerdict(plainText(LOADER), true)).toBe('timed-out');
  });

  test('firmware that started nothing has taken too long', () => {
    expect(finalVerdict('', true)).toBe('timed-out');
  });

  test('a computer that switched itself off without a word is not judged', () => {
    expect(finalVerdict('', false)).toBe('unknown');
  });
});

test('the evidence is what the loaders say about themselves and about files that are wrong', () => {
  const text = [
    ...['Welcome', 'STICKSMITH-PRACTICE loader', 'a.exe: OK', '', 'b.exe: HASH MISMATCH'],
    ...['STICKSMITH-PRACTICE FAILED files differ', 'STICKSMITH-PRACTICE FAILED files differ'],
  ];
  expect(evidenceOf(text.join('\n')).split('\n')).toEqual([
    ...['STICKSMITH-PRACTICE loader', 'b.exe: HASH MISMATCH'],
    'STICKSMITH-PRACTICE FAILED files differ',
  ]);
});

test('without loaders the evidence is the end of what the firmware said', () => {
  const lines = Array.from({ length: 30 }, (_, i) => `line ${String(i)}`);
  expect(evidenceOf(lines.join('\n')).split('\n')).toEqual(lines.slice(-12));
});

test('commas in file names survive QEMU’s options', () => {
  expect(optionValue('/a,b,,c')).toBe('/a,,b,,,,c');
});
