import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { optionValue } from './machine';
import { plainText } from './serial-log';
import { SIGNS, STAND_IN_SIGNS } from './signs';
import { transcript } from './transcripts-testing';
import {
  evidenceOf,
  finalVerdict,
  silentProgram,
  transcriptOf,
  verdictOf,
  type Said,
  type Verdict,
} from './verdict';

const onSerial = (name: string): Said => ({ serial: plainText(transcript(name)), screen: '' });
const onScreen = (name: string): Said => ({ serial: '', screen: transcript(name).trim() });

const BOOT = 'windows-boot-manager';
/** What each transcript means, and where such words appear. */
const rows: [string, 'serial' | 'screen', ...(string | null)[]][] = [
  ['uefi-practice-started', 'serial', 'started', 'practice-stand-in', null],
  ['uefi-grub-prompt', 'serial', 'loader-failed', 'grub', null],
  ['uefi-damaged-program', 'serial', 'no-boot', 'firmware', null],
  ['uefi-nothing', 'serial', 'no-boot', 'firmware', null],
  ['secure-unsigned', 'serial', 'refused-by-secure-boot', 'firmware', null],
  ['secure-nothing', 'serial', 'no-boot', 'firmware', null],
  ['bios-no-device', 'screen', 'no-boot', 'firmware', null],
  ['bios-no-bootmgr', 'screen', 'no-boot', 'boot-code', null],
  ['windows-error-code', 'serial', 'loader-failed', BOOT, '0xc0000098'],
  ['windows-status', 'screen', 'loader-failed', BOOT, '0xc000000f'],
  ['windows-status-german', 'screen', 'loader-failed', BOOT, '0xc000000e'],
  ['windows-menu', 'screen', 'menu', BOOT, null],
  ['bootmgr-missing', 'screen', 'loader-failed', 'boot-code', null],
  ['windows-fat-sector', 'screen', 'loader-failed', 'boot-code', null],
  ['windows-mbr', 'screen', 'loader-failed', 'boot-code', null],
  ['ventoy-not-standard', 'screen', 'loader-failed', 'ventoy', '12'],
  ['ventoy-mixed', 'screen', 'loader-failed', 'ventoy', null],
  ['ventoy-no-images', 'screen', 'menu', 'ventoy', null],
  ['shim-refuses', 'serial', 'refused-by-secure-boot', 'shim', '0x1a'],
  ['shim-keys', 'serial', 'refused-by-secure-boot', 'shim', null],
  ['grub-rescue', 'screen', 'loader-failed', 'grub', null],
];

describe('a transcript', () => {
  it.each(rows)(
    '%s, on the %s, means %s, as said by %s, with code %s',
    (name, where, ...meaning) => {
      const said = where === 'serial' ? onSerial(name) : onScreen(name);
      const [outcome, program, code] = meaning;
      expect(verdictOf(said)).toEqual({ outcome, program, code } as Verdict);
    },
  );

  it('is there for each row above, and none is forgotten', () => {
    const names = readdirSync(join(import.meta.dirname, 'transcripts'));
    expect(names.sort()).toEqual(rows.map(([name]) => `${name}.txt`).sort());
  });

  it('means nothing yet while it is half there', () => {
    const { serial } = onSerial('uefi-practice-started');
    expect(
      verdictOf({ serial: serial.replace(/STICKSMITH-PRACTICE OK[^]*/, ''), screen: '' }),
    ).toBeNull();
    const refusal = onSerial('secure-unsigned').serial.split('\n').slice(0, 1).join('\n');
    expect(verdictOf({ serial: refusal, screen: '' })).toBeNull();
  });
});

it('the signature of a disk in a listing of firmware is no error code', () => {
  const line = 'PciRoot(0x0)/Pci(0x2,0x0)/USB(0x0,0x0)/HD(2,MBR,0xC00078A3,0x40000,0x10000)';
  expect(verdictOf({ serial: `${line}\n`, screen: '' })).toBeNull();
});

describe('what the stand-ins say', () => {
  const half = 'STICKSMITH-PRACTICE loader\nSTICKSMITH-PRACTICE FAILED files diff';

  it('is a failure once its whole reason is there', () => {
    expect(verdictOf({ serial: half, screen: '' })).toBeNull();
    const whole = { serial: `${half}er from the manifest\nmore`, screen: '' };
    expect(verdictOf(whole)?.outcome).toBe('loader-failed');
    expect(finalVerdict({ serial: half, screen: '' }, false).outcome).toBe('loader-failed');
  });

  it('is not taken for a result because a file is named like one', () => {
    const serial = 'error: STICKSMITH-PRACTICE OK.txt\nx STICKSMITH-PRACTICE OK';
    expect(verdictOf({ serial, screen: '' })).toBeNull();
  });

  it('counts alone, whatever the files are called that they read', () => {
    const serial = 'STICKSMITH-PRACTICE x\nNo bootable device..txt: OK\n0xc000000f: OK\ngrub>';
    expect(verdictOf({ serial, screen: 'No bootable device.' })).toBeNull();
  });
});

describe('when no more comes', () => {
  const started = { serial: '', screen: 'SeaBIOS (version 1.16.2)\nBooting from Hard Disk...' };
  const handedOver = onSerial('uefi-grub-prompt').serial.split('\n').slice(0, 2).join('\n');

  it.each([
    ['a BIOS', started],
    ['UEFI', { serial: handedOver, screen: '' }],
  ])('a program that %s started and that is silent is not judged', (_, said) => {
    expect(silentProgram(said)).toBe(true);
    expect(finalVerdict(said, true)).toEqual({ outcome: 'unknown', program: null, code: null });
  });

  it.each([
    ['a stand-in that came to no conclusion', { serial: 'STICKSMITH-PRACTICE loader', screen: '' }],
    ['firmware that started nothing', { serial: '', screen: '' }],
  ])('%s has taken too long', (_, said) => {
    expect(silentProgram(said)).toBe(false);
    expect(finalVerdict(said, true).outcome).toBe('timed-out');
  });

  it('a computer that switched itself off without a word is not judged', () => {
    expect(finalVerdict({ serial: '', screen: '' }, false).outcome).toBe('unknown');
  });
});

describe('the evidence', () => {
  it('is what the loaders say about themselves and about files that are wrong', () => {
    const text = [
      ...['Welcome', 'STICKSMITH-PRACTICE loader', 'a.exe: OK', '', 'b.exe: HASH MISMATCH'],
      ...['STICKSMITH-PRACTICE FAILED files differ', 'STICKSMITH-PRACTICE FAILED files differ'],
    ];
    expect(evidenceOf(text.join('\n')).split('\n')).toEqual([
      ...['STICKSMITH-PRACTICE loader', 'b.exe: HASH MISMATCH'],
      'STICKSMITH-PRACTICE FAILED files differ',
    ]);
  });

  it('without loaders is the end of what the firmware said', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `line ${String(i)}`);
    expect(evidenceOf(lines.join('\n')).split('\n')).toEqual(lines.slice(-12));
  });

  it('names the refusal of Secure Boot', () => {
    expect(evidenceOf(transcriptOf(onSerial('secure-unsigned')))).toContain('Access Denied');
  });
});

it('signs have names of their own and at most one group', () => {
  const signs = [...STAND_IN_SIGNS, ...SIGNS];
  expect(new Set(signs.map(({ id }) => id)).size).toBe(signs.length);
  for (const { pattern, id } of signs) {
    const groups = (new RegExp(`${pattern.source}|`).exec('')?.length ?? 0) - 1;
    expect(groups, id).toBeLessThanOrEqual(1);
  }
});

it('what a serial port printed becomes lines of plain text', () => {
  expect(plainText('\x1b[2J\x1b[01;01HA\r\n\x1b[0m\x1b[30mB\x1b[1;1HC\n\rD\0')).toBe('A\nB\nC\nD');
});

it('commas in file names survive QEMU’s options', () => {
  expect(optionValue('/a,b,,c')).toBe('/a,,b,,,,c');
});
