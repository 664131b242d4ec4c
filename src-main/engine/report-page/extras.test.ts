import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  diaryEntries,
  eightDrives,
  report,
  reportOfSeveral,
} from '../../../src-renderer/dev/samples';
import { bootTests, brokenCheck, soundCheck } from '../../../src-renderer/dev/stick-samples';
import { checkPage, reportPage, saveReport } from '.';

const made = report('/dev/sdb', 19_702_345_728, false);
const picture = bootTests[0]?.result?.picture?.png ?? '';
const program = 'sticksmith 0.1.0';

describe('what is known of a stick besides its making', () => {
  it('stands in its report: test boots with their pictures, and what people noted', () => {
    const page = reportPage(made, {
      bootTests: [{ target: '/dev/sdb', tests: bootTests }],
      diary: diaryEntries,
    });
    expect(page).toContain(`<img src="data:image/png;base64,${picture}"`);
    expect(page).toContain('<code>0xc000000f</code>');
    expect(page).toContain('Lenovo ThinkPad T480');
  });

  it('stands with the stick that it belongs to, and nowhere else', () => {
    const [first, second] = eightDrives;
    if (!first || !second) throw new Error('two sample drives are needed');
    const page = reportPage(reportOfSeveral([first, second], []), {
      bootTests: [{ target: second.path, tests: bootTests.slice(0, 1) }],
      diary: [],
    });
    expect(page.split('Started in virtual computers')).toHaveLength(2);
    expect(page.indexOf('Started in virtual computers')).toBeGreaterThan(
      page.indexOf(`<h2>${second.path}`),
    );
    const other = { bootTests: [{ target: '/dev/sdz', tests: bootTests }], diary: [] };
    expect(reportPage(made, other)).toBe(reportPage(made));
  });

  it('is in the data, too, and leaves them as they are where there is nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'report-extras-'));
    try {
      const path = join(folder, 'report.json');
      const saved = async (): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));
      const foreign = { bootTests: [{ target: '/dev/sdz', tests: bootTests }], diary: [] };
      await saveReport(path, made, foreign);
      expect(await saved()).toEqual(made);
      const tested = [{ target: '/dev/sdb', tests: bootTests }];
      await saveReport(path, made, { bootTests: tested, diary: diaryEntries });
      expect(await saved()).toEqual({ ...made, bootTests: tested, diary: diaryEntries });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('decides with the checks what a page on an older stick is called', () => {
    const found = { ...soundCheck, program, diary: [] };
    expect(checkPage({ ...found, bootTests: [] })).toContain('<h1>The stick is sound</h1>');
    expect(checkPage({ ...found, bootTests })).toContain('<h1>The stick has a problem</h1>');
    const broken = checkPage({ ...brokenCheck, program, bootTests: [], diary: [] });
    expect(broken).toContain('<h1>The stick has a problem</h1>');
  });
});
