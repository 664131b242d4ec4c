import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComputerClass } from '../compatibility';
import { classesOf, summarise } from './classes';
import type { ComputerKind, DiaryEntry, Firmware, SecureBoot } from './entry';
import { arbitraryEntry, sampleEntry } from './testing';

const seenOn = (kind: ComputerKind, firmware: Firmware, secureBoot: SecureBoot): DiaryEntry => ({
  ...sampleEntry,
  computer: { ...sampleEntry.computer, kind },
  firmware,
  secureBoot,
});

describe('the class of the computer in an entry', () => {
  it.each<[ComputerKind, Firmware, SecureBoot, ComputerClass[]]>([
    ['pc', 'uefi', 'off', ['uefi']],
    ['pc', 'uefi', 'on', ['secure-2011', 'secure-2023']],
    ['pc', 'uefi', 'unknown', []],
    ['pc', 'bios', 'off', ['bios']],
    ['pc', 'bios', 'unknown', ['bios']],
    ['pc', 'unknown', 'unknown', []],
    ['pc-ia32', 'uefi', 'on', ['uefi-ia32']],
    ['pc-ia32', 'bios', 'off', ['bios']],
    ['pc-arm64', 'uefi', 'on', ['arm64']],
    ['mac-intel', 'unknown', 'unknown', ['mac-intel']],
    ['mac-apple', 'uefi', 'off', ['mac-apple']],
  ])(
    'that is a %s with firmware %s and Secure Boot %s is one of %j',
    (kind, firmware, secure, is) => {
      expect(classesOf(seenOn(kind, firmware, secure))).toEqual(is);
    },
  );
});

describe('the summary of what people saw', () => {
  it('counts what started, with trouble or without, and what may be elsewhere as well', () => {
    const off = seenOn('pc', 'uefi', 'off');
    const entries: DiaryEntry[] = [
      off,
      { ...off, result: 'started-with-trouble' },
      { ...off, result: 'did-not-start', seconds: null },
      seenOn('pc', 'uefi', 'on'),
      seenOn('pc', 'unknown', 'unknown'),
    ];
    const secure = { tries: 1, started: 1, withTrouble: 0, uncertain: 1 };
    expect(summarise(entries)).toEqual([
      { computer: 'uefi', tries: 3, started: 2, withTrouble: 1, uncertain: 0 },
      { computer: 'secure-2011', ...secure },
      { computer: 'secure-2023', ...secure },
    ]);
  });

  it('never counts more than was seen', () => {
    fc.assert(
      fc.property(fc.array(arbitraryEntry), (entries) => {
        for (const { tries, started, withTrouble, uncertain } of summarise(entries)) {
          expect(tries).toBeGreaterThan(0);
          expect(tries).toBeLessThanOrEqual(entries.length);
          expect(started).toBeLessThanOrEqual(tries);
          expect(withTrouble).toBeLessThanOrEqual(started);
          expect(uncertain).toBeLessThanOrEqual(tries);
        }
      }),
    );
  });
});
