import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTool } from '../host/run-tool';
import { CLI, practiceIso, runCli } from './testing';

const secrets = {
  recoveryKey: '111111-222222-333333-444444-555555-666666-777777-888888',
  productKey: 'ABCDE-FGHIJ-KLMNO-PQRST-UVWX1',
  wifiKey: 'planted wifi key',
  password: 'planted-password-1',
};

let folder: string;
let home: string;
let data: string;
let env: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-support-'));
  home = join(folder, 'home of planted-name');
  await mkdir(home);
  data = join(home, '.config/sticksmith');
  env = { HOME: home, XDG_CONFIG_HOME: '', XDG_CACHE_HOME: '', STICKSMITH_DATA: '' };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('what support needs', () => {
  it('has no secret and not the home folder, although a job had both and the log was added to', async () => {
    const iso = await practiceIso(home);
    const given = {
      productKey: secrets.productKey,
      wifiKeys: { Office: secrets.wifiKey },
    };
    const made = await runCli(
      [
        ...['make', '--image', iso, '--edition', '1', '--target', join(home, 'stick.img')],
        ...['--size', '4G', '--wifi-network', 'Office', '--yes', '--secrets-stdin'],
      ],
      { env, stdin: JSON.stringify(given) },
    );
    expect(made.error).toBeUndefined();
    const log = join(data, 'logs/command-line.log');
    expect(await readFile(log, 'utf8')).toContain('Reading the image');
    await writeFile(
      log,
      `${await readFile(log, 'utf8')}${Object.entries(secrets)
        .map(([name, value]) => `planted ${name}: ${JSON.stringify(value)}\n`)
        .join('')}/media/${userInfo().username}/X\n`,
    );

    const { lines } = await runCli(['support'], { env });
    const text = (await runTool(process.execPath, [CLI, 'support'], { env })).stdout;
    for (const given of [JSON.stringify(lines), text]) {
      for (const value of [...Object.values(secrets), home, 'planted-name']) {
        expect(given).not.toContain(value);
      }
      expect(given).toContain('~/stick.img');
      expect(given).toContain('/media/<user>/X');
    }
    expect(text).toContain('== What the job needs\n');
    expect(text).toMatch(/^mkntfs: /m);
    expect(text).toContain('planted recoveryKey: [hidden]');
  });

  it('masks serial numbers of drives as the lists of drives have them', async () => {
    const { lines: listed } = await runCli(['drives', '--all'], { env });
    const { lines: told } = await runCli(['support'], { env });
    const drives = listed.flatMap(({ drives }) => drives as { drive: { serial: string | null } }[]);
    expect(told).toHaveLength(1);
    for (const { drive } of drives) {
      if ((drive.serial ?? '').length > 4) {
        expect(JSON.stringify(told)).not.toContain(drive.serial);
      }
    }
  });

  it('says what it can’t find out, and leaves nothing but its log', async () => {
    const fresh = join(folder, 'fresh');
    await mkdir(fresh);
    const { lines, error } = await runCli(['support'], { env: { ...env, HOME: fresh } });
    expect(error).toBeUndefined();
    expect(lines[0]).toMatchObject({ support: { lastJob: null, settings: { theme: 'system' } } });
    expect((await readdir(join(fresh, '.config/sticksmith'), { recursive: true })).sort()).toEqual([
      'logs',
      'logs/command-line.log',
    ]);
  });

  it('keeps no command from its work that its log can’t be written', async () => {
    const blocked = join(folder, 'blocked');
    await mkdir(blocked);
    await writeFile(join(blocked, '.config'), '');
    const { lines, stderr, error } = await runCli(['cache'], { env: { ...env, HOME: blocked } });
    expect(error).toBeUndefined();
    expect(lines).toHaveLength(1);
    expect(stderr).toContain('No log is kept: ');
  });
});
