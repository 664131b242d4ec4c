import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { practiceIso, runCli } from '../../cli/testing';
import { openFileSource, type ByteSource } from '../../io';
import { checkStick } from '.';
import { checksPassed } from '../../../src-shared/check';

const MOST_BYTES = 200_000_000;

it('A check of a stick of 16 GB with a practice Windows reads less than 200 MB, on the way through all checks.', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cost '));
  try {
    const iso = await practiceIso(join(folder, 'iso'), '8M');
    const target = join(folder, 'stick.img');
    const what = ['--image', iso, '--edition', '1', '--target', target, '--size', '16GB'];
    const made = await runCli(['make', ...what, '--work-dir', join(folder, 'work'), '--yes']);
    expect(made.code, made.stderr + made.stdout).toBe(0);

    const source = await openFileSource(target);
    expect(source.size).toBeGreaterThan(15.9e9);
    let bytes = 0;
    const counting: ByteSource = {
      size: source.size,
      read(offset, length) {
        bytes += length;
        return source.read(offset, length);
      },
    };
    const results = await checkStick(counting).finally(() => source.close());
    expect(checksPassed(results)).toBe(true);
    expect(results.map(({ id }) => id)).toContain('drivers.files');
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(MOST_BYTES);
    const checked = await runCli(['check', target]);
    expect(checked.code).toBe(0);
    const lines = checked.lines.filter(({ type }) => type === 'check');
    expect(lines.map(({ id }) => id)).toEqual(results.map(({ id }) => id));
    expect(lines.every((line) => 'next' in line && 'evidence' in line)).toBe(true);
    expect(lines.find(({ id }) => id === 'efi.signature')).toMatchObject({ status: 'warn' });
    expect(checked.lines.at(-1)).toMatchObject({ type: 'result', passed: true });
  } finally {
    await rm(folder, { recursive: true });
  }
});
