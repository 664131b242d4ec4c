import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { report } from '../../../src-renderer/dev/samples';
import { ReportSchema } from '../../../src-shared/job';
import { withFolder } from '../../disk/testing';
import { requireReportName, saveReport } from '.';

const made = report('/dev/sdb', 19_702_345_728, false);

describe('saving a report', () => {
  it('makes a page or data, by the end of the name', () =>
    withFolder(async (folder) => {
      const [page, data] = [join(folder, 'a.HTML'), join(folder, 'a.json')];
      await saveReport(page, made);
      await saveReport(data, made);
      expect(await readFile(page, 'utf8')).toMatch(/^<!doctype html>/);
      expect(ReportSchema.parse(JSON.parse(await readFile(data, 'utf8')))).toEqual(made);
    }));

  it.each(['report', 'report.txt', 'report.pdf', '.html', 'folder/'])(
    'refuses the name %s before anything is done',
    (name) => {
      expect(() => {
        requireReportName(name);
      }).toThrow(expect.objectContaining({ code: 'usage' }));
    },
  );

  it('says so where it can’t, and leaves nothing half written', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'taken.json');
      await mkdir(path);
      await expect(saveReport(path, made)).rejects.toMatchObject({ code: 'permission/denied' });
      expect(await readdir(folder)).toEqual(['taken.json']);
    }));
});
