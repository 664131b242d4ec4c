import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCatalogue } from '../../src-shared/errors';
import { runTool } from '../host/run-tool';
import { CLI, type CliRun, runCli } from './testing';

function idsOf({ lines }: CliRun): unknown[] {
  const result = lines.find(({ type }) => type === 'result');
  return (result?.['errors'] as { id: string }[]).map(({ id }) => id);
}

describe('sticksmith explain', () => {
  let plain: string;
  beforeAll(async () => {
    plain = (await runTool(process.execPath, [CLI, 'explain', '0xC0000225'])).stdout;
  });

  it('tells what a code means, why, what to do, and from where that is known.', () => {
    expect(plain).toMatch(/^0xc0000225: The partition with Windows was not found$/m);
    expect(plain).toContain('Shown by: Windows’ boot manager · STATUS_NOT_FOUND');
    expect(plain).toMatch(/^ {4}1\. The stick was copied .* \[2\]$/m);
    expect(plain).toMatch(/^ {2}\[1\] documented {2}Microsoft: NTSTATUS values, https:\/\//m);
    expect(plain).toMatch(/^ {2}\[2\] verified /m);
  });

  it('takes several codes, and says which of them it does not know.', async () => {
    const run = await runCli(['explain', '0x7b', '12', '0xc0000359']);
    expect(run.code).toBe(0);
    expect(idsOf(run)).toEqual(['INACCESSIBLE_BOOT_DEVICE', 'ventoy:start/boot-code']);
    expect(run.lines.at(-1)).toMatchObject({ unknown: ['0xc0000359'] });
  });

  it('takes a message in several words.', async () => {
    expect(idsOf(await runCli(['explain', 'No', 'bootable', 'device']))).toEqual([
      'no-bootable-device',
    ]);
  });

  it.each([[[]], [['-']]])('reads a screen from stdin with the arguments %j.', async (words) => {
    const stdin = 'Your PC/Device needs to be repaired\r\n\r\nError code: 0xc000000f\r\n';
    expect(idsOf(await runCli(['explain', ...words], { stdin }))).toEqual(['0xc000000f']);
  });

  it('explains the errors of this program.', async () => {
    const run = await runCli(['explain', 'target/too-small']);
    const [error] = run.lines.at(-1)?.['errors'] as Record<string, unknown>[];
    expect(error).toMatchObject({ by: 'spelling', place: 'program' });
    expect(error?.['steps']).toEqual([errorCatalogue['target/too-small'].next]);
  });

  it('ends with 2 and says what to write when nothing is known.', async () => {
    const run = await runCli(['explain', '0xc0000359']);
    expect(run.code).toBe(2);
    expect(run.error).toMatchObject({ code: 'explain/unknown', params: { text: '0xc0000359' } });
    expect(run.error?.next).toContain('--list');
  });

  it('ends with 2 when stdin holds nothing, and more than a log has.', async () => {
    expect((await runCli(['explain'])).error?.code).toBe('explain/unknown');
    const run = await runCli(['explain', '-'], { stdin: 'x'.repeat(1024 * 1024 + 1) });
    expect(run.error?.code).toBe('usage');
  });

  it('lists all that it knows.', async () => {
    const listed = idsOf(await runCli(['explain', '--list']));
    expect(listed).toContain('0xc0000428');
    expect(listed).toContain('ventoy:start/layout');
    expect(listed).toContain('target/busy');
  });
});

describe('sticksmith check', () => {
  let folder: string;
  let image: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sticksmith-explain-'));
    image = join(folder, 'empty.img');
    await writeFile(image, '');
    await truncate(image, 64 * 1024 * 1024);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('names what a computer may show beside each check that failed.', async () => {
    const run = await runCli(['check', image]);
    expect(run.code).toBe(4);
    const checks = run.lines.at(-1)?.['checks'] as { id: string; explain?: string[] }[];
    expect(checks.find(({ id }) => id === 'gpt.primary')?.explain).toEqual(['no-bootable-device']);
    expect(checks.find(({ id }) => id === 'gpt.backup')).not.toHaveProperty('explain');
  });

  it('says in a line of its own how to learn what that means.', async () => {
    const { stdout } = await runTool(process.execPath, [CLI, 'check', image], { okCodes: [4] });
    expect(stdout).toMatch(
      /^ {2}gpt\.primary: .+\n {4}What it means: sticksmith explain no-bootable-device$/m,
    );
    expect(stdout).not.toMatch(/gpt\.backup: .+\n {4}What it means/);
  });
});
