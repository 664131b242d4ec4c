import { describe, expect, it } from 'vitest';
import { checkResult } from '../../src-shared/check';
import { sentence } from '../../src-shared/findings';
import { en } from '../../src-shared/languages';
import { checkWords, formatFor } from './format';
import { remember } from './spoken';

const missing = sentence('mbr.boot-manager.missing', { path: '/bootmgr' });
const result = checkResult('mbr.boot-manager', 'fail', missing, sentence('next.again-alone'));

describe('what a check found', () => {
  remember('de', {
    ...en,
    findings: {
      ...en.findings,
      'mbr.boot-manager.missing': '{path} fehlt',
      'next.again-alone': 'Erstellen Sie den Stick neu.',
    },
  });

  it('is said in the language of the window', () => {
    expect(checkWords(result, formatFor('de'))).toEqual({
      evidence: '/bootmgr fehlt',
      next: 'Erstellen Sie den Stick neu.',
    });
  });

  it('is said in English where a report holds nothing else', () => {
    const { id, status, evidence } = result;
    expect(checkWords({ id, status, evidence }, formatFor('de'))).toEqual({
      evidence: 'There is no /bootmgr',
      next: undefined,
    });
  });
});
