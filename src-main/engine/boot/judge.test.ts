import { describe, expect, it } from 'vitest';
import type { BootTestResult } from '../../../src-shared/boot-test';
import type { BootableStick } from './bootable-stick';
import { judgeBoot } from './judge';

const result = (more: Partial<BootTestResult>): BootTestResult => ({
  ...{ firmware: 'uefi', outcome: 'started', program: null, code: null, evidence: 'one\ntwo' },
  ...{ transcript: '', picture: null, seconds: 12.3, accelerator: 'tcg' },
  ...more,
});
const windows: BootableStick = { kind: 'windows', hasGpt: true, practice: false, closed: null };
const practice: BootableStick = { ...windows, practice: true };
const ventoy: BootableStick = { kind: 'ventoy' };

const refused = { firmware: 'secure', outcome: 'refused-by-secure-boot' } as const;
const standIn = { outcome: 'loader-failed', program: 'practice-stand-in' } as const;
const bios = { firmware: 'bios', outcome: 'no-boot' } as const;
type Row = [string, Partial<BootTestResult>, BootableStick, 'alone' | 'all', string, string | null];

const rows: Row[] = [
  ['a stick that started', {}, windows, 'alone', 'pass', null],
  ['a stick whose menu waits', { outcome: 'menu' }, ventoy, 'alone', 'pass', null],
  ['a silent program', { outcome: 'unknown' }, windows, 'alone', 'warn', 'Look at the picture'],
  ['time that was over', { outcome: 'timed-out' }, windows, 'alone', 'warn', 'time it had'],
  ['a refusal of stand-ins', refused, practice, 'alone', 'warn', 'nobody signed them'],
  ['a refusal of Windows', refused, windows, 'all', 'fail', 'would refuse'],
  ['a refusal of Ventoy', refused, ventoy, 'all', 'warn', 'enrolled once'],
  ['files that are wrong', standIn, practice, 'all', 'fail', 'again'],
  [
    ...['a virtual disk, for stand-ins', standIn, { ...practice, closed: 'virtual-disk' }],
    ...['all', 'warn', 'look into a virtual disk'],
  ] as unknown as Row,
  [
    ...['an encrypted volume, for stand-ins', standIn, { ...practice, closed: 'encrypted' }],
    ...['all', 'warn', 'encrypted volume'],
  ] as unknown as Row,
  [
    'an error of Windows’ boot manager',
    { outcome: 'loader-failed', program: 'windows-boot-manager', code: '0xc000000f' },
    ...([windows, 'all', 'fail', 'error 0xc000000f'] as const),
  ],
  [
    'an error of Ventoy',
    {
      ...{ outcome: 'loader-failed', program: 'ventoy', code: '12' },
      evidence: 'This is NOT a standard Ventoy device and is NOT supported (12).',
    },
    ...([ventoy, 'all', 'fail', 'boot code'] as const),
  ],
  ['a GPT, for a BIOS among all', bios, windows, 'all', 'warn', 'UEFI only'],
  ['a GPT, for a BIOS that was asked for', bios, windows, 'alone', 'fail', 'UEFI only'],
  ['an MBR without code', bios, { ...windows, hasGpt: false }, 'all', 'fail', 'again'],
  ['nothing for UEFI', { outcome: 'no-boot' }, windows, 'all', 'fail', 'again'],
];

describe('a test boot', () => {
  it.each(rows)('with %s is judged', (_, more, stick, among, status, next) => {
    const check = judgeBoot(result(more), stick, among);
    expect(check).toMatchObject({ id: `boot.${more.firmware ?? 'uefi'}`, status });
    if (next === null) expect(check.next).toBeUndefined();
    else expect(check.next).toContain(next);
  });

  it('tells its evidence in one line, with the time it took', () => {
    expect(judgeBoot(result({}), windows, 'alone').evidence).toBe('one · two (after 12 s)');
    const silent = judgeBoot(result({ evidence: '' }), windows, 'alone').evidence;
    expect(silent).toBe('Nothing was said (after 12 s)');
  });
});
