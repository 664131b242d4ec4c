import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DriverReport } from '../../src-shared/drivers';
import { sampleInf } from '../guest/drivers/test-support';
import { runTool } from '../host/run-tool';
import { CLI, runCli, type CliRun } from './testing';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '-drivers "ü" '));
  const arm = sampleInf({ decoration: 'NTarm64' });
  const files: Record<string, string> = {
    'x64/net.inf': sampleInf(),
    'x64/sample.cat': 'signature',
    'x64/sample.sys': 'driver',
    'arm/net.inf': arm,
    'arm/sample.cat': 'signature',
    'arm/sample.sys': 'driver!',
    'unsigned/net.inf': sampleInf({ catalog: null }),
    'unsigned/sample.sys': 'driver',
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function reportOf(run: CliRun): DriverReport {
  expect(run.code, run.stderr + run.stdout).toBe(0);
  const result = run.lines.find(({ type }) => type === 'result');
  return result?.['drivers'] as DriverReport;
}

const check = (...more: string[]): Promise<CliRun> => runCli(['driver-check', folder, ...more]);

describe('driver-check', () => {
  it.each([
    ['x64', 'x64/net.inf', 'arm/net.inf'],
    ['arm64', 'arm/net.inf', 'x64/net.inf'],
  ])('tells what would go onto a stick for %s, and what not', async (arch, taken, other) => {
    const report = reportOf(await check('--arch', arch));
    expect(report.taken.map(({ inf }) => inf)).toEqual([taken]);
    const reasons = new Map(report.refused.map(({ inf, reason }) => [inf, reason]));
    expect([...reasons.keys()].sort()).toEqual([other, 'unsigned/net.inf'].sort());
    expect(reasons.get(other)).toBe('wrong-architecture');
    const { stdout } = await runTool('du', ['-b', '-c', join(folder, dirname(taken), 'net.inf')]);
    expect(report.totalBytes).toBeGreaterThan(Number.parseInt(stdout, 10));
  });

  it('is for x64 where nothing is said', async () => {
    expect(reportOf(await check())).toEqual(reportOf(await check('--arch', 'x64')));
  });

  it('says it in words, too', async () => {
    const { stdout } = await runTool(process.execPath, [CLI, 'driver-check', folder]);
    expect(stdout).toContain('1 drivers would go onto the stick');
    expect(stdout).toContain('x64/net.inf');
    expect(stdout).toContain('2 would not');
  });

  it('refuses an architecture, a folder without drivers and one that isn’t there', async () => {
    expect((await check('--arch', 'x86')).error?.code).toBe('usage');
    const empty = join(folder, 'empty');
    await mkdir(empty);
    for (const path of [empty, join(folder, 'nowhere')]) {
      const run = await runCli(['driver-check', path]);
      expect(run.error).toMatchObject({ code: 'drivers/unusable', stick: 'untouched' });
      expect(run.code).not.toBe(0);
    }
  });
});
