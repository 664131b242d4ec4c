import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clashingPaths, nameProblems, problemWithName, problemWithPath } from './copy-names';

const said = (problem: { level: string; code: string } | null): string | null =>
  problem && `${problem.level}: ${problem.code}`;

describe('problemWithName', () => {
  it.each([
    'ubuntu-24.04.1-desktop-amd64.iso',
    'Größe 视窗 “quoted” it’s.iso',
    ' leading space.iso',
    '.hidden',
    '-dash.iso',
    'a'.repeat(255),
    '😀'.repeat(127),
    'console.iso',
    'com10.iso',
    'my con.iso',
  ])('has nothing against %j', (name) => {
    for (const fileSystem of ['exfat', 'ntfs', 'fat32'] as const) {
      expect(problemWithName(name, fileSystem)).toBeNull();
    }
  });

  it.each([
    ['', 'empty'],
    ['.', 'dots'],
    ['..', 'dots'],
    ['a:b.iso', 'character'],
    ['a/b.iso', 'character'],
    ['a\\b.iso', 'character'],
    ['what?.iso', 'character'],
    ['tab\t.iso', 'character'],
    ['nul\0.iso', 'character'],
    ['half\ud83d.iso', 'unpaired'],
    ['ends.iso.', 'end'],
    ['ends.iso ', 'end'],
    ['nul', 'device'],
    ['Aux.iso', 'device'],
    ['COM1.tar.img', 'device'],
    ['lpt¹.iso', 'device'],
    ['a'.repeat(256), 'too-long'],
    ['😀'.repeat(128), 'too-long'],
  ])('refuses %j: %s', (name, code) => {
    for (const fileSystem of ['exfat', 'ntfs', 'fat32', 'unknown'] as const) {
      expect(said(problemWithName(name, fileSystem))).toBe(`error: ${code}`);
    }
  });

  it.each([
    ['a:b.iso', 'warning: character'],
    ['ends.iso ', 'warning: end'],
    ['nul', 'warning: device'],
    ['a/b', 'error: character'],
    ['ü'.repeat(127), null],
    ['ü'.repeat(128), 'error: too-long'],
  ])('says of %j on ext4: %s', (name, expected) => {
    expect(said(problemWithName(name, 'ext'))).toBe(expected);
  });

  it('never throws, and has a text for what it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const problem = problemWithName(name, 'exfat') ?? problemWithPath(name, 'exfat');
        if (problem) expect(nameProblems[problem.code]).not.toBe('');
      }),
    );
  });
});

describe('problemWithPath', () => {
  it.each([
    ['linux/debian 12.iso', null],
    ['/linux/debian.iso', null],
    ['linux//debian.iso', 'error: empty'],
    ['linux/../debian.iso', 'error: dots'],
    ['linux/nul/debian.iso', 'error: device'],
    ['ventoy', 'error: ventoy-own'],
    ['Ventoy/ventoy.json', 'error: ventoy-own'],
    ['ventoy/ventoy_grub.cfg', null],
    ['ventoy/script/answers.xml', null],
    ['ventoy/ventoy_vhdboot.img', null],
    ['linux/ventoy/debian.iso', null],
    ['linux/.ventoyignore', 'error: ventoy-own'],
    ['ventoy_vhdboot.img', 'warning: ventoy-skips'],
    ['$RECYCLE.BIN/x.iso', 'warning: ventoy-skips'],
    ['.Trash-1000/x.iso', 'warning: ventoy-skips'],
    [
      `${'folder'.repeat(20)}/${'folder'.repeat(20)}/${'folder'.repeat(20)}/${'x'.repeat(40)}.iso`,
      'error: path-too-long',
    ],
  ])('says of %j: %s', (path, expected) => {
    expect(said(problemWithPath(path, 'exfat'))).toBe(expected);
  });
});

describe('clashingPaths', () => {
  it.each([
    [['a.iso', 'b.iso'], []],
    [['a.iso', 'A.ISO'], ['A.ISO']],
    [['/a.iso', 'a.iso'], ['a.iso']],
    [['Stra\u00dfe.iso', 'STRASSE.iso'], []],
    [
      ['\u00fc.iso', '\u00dc.iso', '\u0444.iso', '\u0424.iso'],
      ['\u00dc.iso', '\u0424.iso'],
    ],
    [
      ['a.iso', 'A.iso', 'a.ISO'],
      ['A.iso', 'a.ISO'],
    ],
    [['x/a.iso', 'y/a.iso'], []],
  ])('of %j: %j', (paths, expected) => {
    expect(clashingPaths(paths)).toEqual(expected);
  });
});
