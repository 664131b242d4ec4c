import { expect, it } from 'vitest';
import { judgeDrivers, type JudgedDrivers } from './judge';
import { Listing } from './listing';
import { sampleInf } from './test-support';

/** Judges INF files by path; the other files are named. */
function judge(infs: Record<string, string>, others: string[]): JudgedDrivers {
  const found = Object.entries(infs).map(([path, text]) => ({ path, content: Buffer.from(text) }));
  const paths = [...Object.keys(infs), ...others];
  const listing = new Listing(paths.map((path) => ({ path, bytes: 10 })));
  return judgeDrivers(found, listing, 'x64');
}

const complete = ['sample.cat', 'sample.sys'];

it.each([
  ['wrong-architecture', { decoration: 'NTarm64' }, complete],
  ['unsigned', { catalog: null }, complete],
  ['catalog-missing', {}, ['sample.sys']],
  ['files-missing', {}, ['sample.cat']],
  ['files-missing', { folder: '\\..\\..' }, complete],
  ['bad-name', { files: ['aux.sys'] }, ['sample.cat', 'aux.sys']],
] as const)('refuses one that is %s', (reason, more, others) => {
  const { taken, refused } = judge({ 'a.inf': sampleInf(more) }, [...others]);
  expect(taken).toEqual([]);
  expect(refused).toMatchObject([{ inf: 'a.inf', reason }]);
});

it('refuses what is no driver or no INF', () => {
  const { refused } = judge(
    { 'x/autorun.inf': sampleInf(), 'b.inf': '[Version]\nSignature="$Windows NT$"', 'c.inf': 'c' },
    complete,
  );
  expect(refused.map(({ reason }) => reason)).toEqual(['not-a-driver', 'damaged', 'not-a-driver']);
});

it('takes what belongs to a package and nothing else, whatever the case', () => {
  const { taken } = judge({ 'net/A.INF': sampleInf({ folder: '\\Bin' }) }, [
    ...['net/SAMPLE.CAT', 'net/bin/Sample.sys', 'net/setup.exe', 'sample.sys'],
  ]);
  expect(taken[0]?.about).toMatchObject({ files: 3, bytes: 30, bootCritical: false });
  expect(taken[0]?.files.map(({ to }) => to)).toEqual(['A.INF', 'SAMPLE.CAT', 'bin/Sample.sys']);
});

it('takes what lies beside an INF that names no files', () => {
  const { taken } = judge({ 'a.inf': sampleInf({ files: [] }), 'b.inf': 'x' }, [
    ...[...complete, 'below/other.sys'],
  ]);
  expect(taken[0]?.files.map(({ to }) => to)).toEqual(['a.inf', 'sample.cat', 'sample.sys']);
});

it('takes the same INF once and the newest of several', () => {
  const newer = sampleInf({ driverVer: '03/09/2024,1.10.0.0' });
  const files = ['1', '2', '3'].flatMap((folder) => complete.map((name) => `${folder}/${name}`));
  const { taken, refused } = judge(
    { '1/a.inf': sampleInf(), '2/a.inf': newer, '3/a.inf': newer },
    files,
  );
  expect(taken.map(({ about }) => about.inf)).toEqual(['2/a.inf']);
  expect(refused).toEqual([
    { inf: '1/a.inf', reason: 'older', detail: '2/a.inf' },
    { inf: '3/a.inf', reason: 'duplicate', detail: '2/a.inf' },
  ]);
});

it('marks what Windows may need to start', () => {
  const classGuid = '{4D36E97B-E325-11CE-BFC1-08002BE10318}';
  const { taken } = judge(
    { 'a.inf': sampleInf({ className: 'SCSIAdapter', classGuid }) },
    complete,
  );
  expect(taken[0]?.about.bootCritical).toBe(true);
});

it('spells a folder in one way, however the folders of this computer do', () => {
  const files = ['Bin/a.sys', 'bin/b.sys', 'BIN/Sub/c.sys'];
  const text = sampleInf({ files: ['a.sys', 'b.sys'], folder: 'bin' }).replace(
    '[Strings]',
    'c.sys = 1,sub\r\n[Strings]',
  );
  const { taken } = judge({ 'net/x.inf': text }, [
    'net/sample.cat',
    ...files.map((path) => `net/${path}`),
  ]);
  const folders = taken[0]?.files.map(({ to }) => to).filter((to) => to.includes('/'));
  expect(folders).toEqual(['Bin/a.sys', 'Bin/b.sys', 'Bin/Sub/c.sys']);
});
