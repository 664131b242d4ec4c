import { describe, expect, it } from 'vitest';
import type { VentoyReport, VentoyStickReport } from '../../src-shared/job';
import { enrolmentScreens, ventoyNeedTexts, type VentoyNeed } from '../../src-shared/ventoy-needs';
import {
  adviceOf,
  downgradeLines,
  enrolmentLines,
  imageNoteLines,
  needLines,
} from './ventoy-advice';

const enrolment: VentoyNeed = { code: 'secure-boot-enrolment', level: 'note', images: [] };
const nowhere: VentoyNeed = {
  code: 'starts-nowhere',
  level: 'warning',
  images: ['a.iso', 'b.iso'],
};

function report(needs: VentoyNeed[]): VentoyReport {
  const stick: VentoyStickReport = {
    target: '/dev/sdx',
    targetBytes: 1,
    ventoy: {
      state: 'whole',
      version: '1.1.17',
      scheme: 'mbr',
      secureBoot: true,
      data: { startLba: 2048, sectors: 4096, fileSystem: 'exfat', label: 'Ventoy' },
    } as VentoyStickReport['ventoy'],
    ...{ files: [], removed: [], renamed: [], persistence: [], keptPersistence: [] },
    ...{ windows: null, configNotes: [], needs, writtenBytes: 0, verifiedBytes: 0, checks: [] },
    compatibility: [],
  };
  return {
    ...{ version: 5, kind: 'ventoy', program: 'Sticksmith', startedAt: '', finishedAt: '' },
    ...{ package: null, windows: null, sticks: [stick], failed: [], timings: [] },
  };
}

describe('what a person is told of a Ventoy stick', () => {
  it('is each need in words, with the images it is about', () => {
    expect(needLines([enrolment, nowhere])).toEqual([
      `Note     ${ventoyNeedTexts['secure-boot-enrolment']}`,
      `Warning  a.iso, b.iso: ${ventoyNeedTexts['starts-nowhere']}`,
    ]);
  });

  it('is what was found in images, unless a need says it', () => {
    const notes = [
      { code: 'no-boot-program', detail: '' },
      { code: 'windows-not-read', detail: 'install.wim is cut off' },
    ] as const;
    expect(imageNoteLines([{ path: 'w.iso', notes: [...notes] }])).toEqual([
      expect.stringMatching(/^Note {5}w\.iso: It looks like .* \(install\.wim is cut off\)$/),
    ]);
  });

  it('is that a release is older than the Ventoy on the stick', () => {
    expect(downgradeLines('/dev/sdx', '1.1.17', '1.1.9')).toHaveLength(1);
    expect(downgradeLines('/dev/sdx', '1.1.17', '1.1.17')).toEqual([]);
    expect(downgradeLines('/dev/sdx', '1.1.9', '1.1.17')).toEqual([]);
    expect(downgradeLines('/dev/sdx', null, '1.1.17')).toEqual([]);
  });

  it('is every screen of the first start, where a key has to be enrolled', () => {
    const lines = enrolmentLines(report([enrolment]));
    expect(lines.filter((line) => /^ {2}\d\. /.test(line))).toHaveLength(8);
    expect(lines.join('\n')).toContain('ENROLL_THIS_KEY_IN_MOKMANAGER.cer');
    expect(enrolmentLines(report([nowhere]))).toEqual([]);
  });

  it('is there for programs, too', () => {
    expect(adviceOf(report([enrolment, nowhere]))).toMatchObject({
      needs: [
        { target: '/dev/sdx', code: 'secure-boot-enrolment' },
        { images: ['a.iso', 'b.iso'], text: ventoyNeedTexts['starts-nowhere'] },
      ],
      firstStart: Object.values(enrolmentScreens),
    });
    expect(adviceOf(report([nowhere]))).not.toHaveProperty('firstStart');
  });
});
