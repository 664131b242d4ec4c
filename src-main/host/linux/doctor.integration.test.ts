import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ToolStatusSchema } from '../../../src-shared/doctor';
import { doctor } from './doctor';
import { findLibrary } from './find-library';
import { requireTools, tools } from './tools';

describe('doctor', () => {
  it('finds every required tool of this computer with its version and package', async () => {
    const statuses = await doctor();
    expect(statuses.map((status) => status.name)).toEqual(tools.map((tool) => tool.name));
    for (const status of statuses) {
      expect(ToolStatusSchema.safeParse(status).success).toBe(true);
      if (!status.required) continue;
      expect(status, status.name).toMatchObject({ found: true });
      expect(status.version, status.name).toMatch(/^\d+\.\d/);
    }
  });

  it('agrees with mkntfs about its version', async () => {
    const shown = execFileSync('mkntfs', ['--version'], {
      encoding: 'utf8',
      env: { PATH: '/usr/sbin:/usr/bin' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const status = (await doctor()).find(({ name }) => name === 'mkntfs');
    if (shown !== '') expect(shown).toContain(status?.version ?? 'no version');
    expect(status?.version).toMatch(/^20\d\d\./);
  });
});

describe('requireTools', () => {
  it('passes when all are there', async () => {
    await expect(requireTools(['mkntfs', 'libwim.so.15', 'lsblk'])).resolves.toBeUndefined();
  });

  it('names the first that is missing', async () => {
    await expect(requireTools(['mkntfs', 'no-such-tool', 'neither-this'])).rejects.toMatchObject({
      code: 'tool/missing',
      params: { tool: 'no-such-tool' },
    });
  });
});

describe('findLibrary', () => {
  it('knows what the dynamic loader knows', async () => {
    const listed = execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
    const path = /libwim\.so\.15 .*=> (\S+)/.exec(listed)?.[1];
    expect(path?.endsWith('libwim.so.15')).toBe(true);
    expect((await findLibrary('libwim.so.15'))?.endsWith('libwim.so.15')).toBe(true);
  });

  it('says so when there is none', async () => {
    expect(await findLibrary('libnothing.so.99')).toBeNull();
  });
});
