import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DiaryEntrySchema, stickIdOfDisk, type DiaryEntry } from '../../src-shared/diary';
import { ReportSchema } from '../../src-shared/job';
import { MiB } from '../../src-shared/units';
import { runTool } from '../host/run-tool';
import { simulatedDisk } from '../ventoy/test-support/simulated-disk';
import { practiceIso, runCli, type CliRun } from './testing';

const GUID = '9dea862c-5cdd-4e70-acc1-f32b344d4795';
const GPT_ID = `gpt:${GUID}`;
const onThinkPad = ['--model', 'ThinkPad T480', '--firmware', 'uefi'];

let base: string;
let gptStick: string;
let mbrStick: string;
let data: string;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'diary-cli-'));
  gptStick = join(base, 'gpt.img');
  mbrStick = join(base, 'mbr.img');
  for (const path of [gptStick, mbrStick]) {
    await writeFile(path, '');
    await truncate(path, 16 * MiB);
  }
  await runTool('sgdisk', [`--disk-guid=${GUID}`, '--new=1:2048:0', gptStick]);
  const input = 'label: dos\nlabel-id: 0x0a1b2c3d\nstart=2048, type=c, bootable\n';
  await runTool('sfdisk', [mbrStick], { stdin: input });
});
afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});
beforeEach(async () => {
  data = await mkdtemp(join(base, 'data-'));
});
afterEach(async () => {
  await rm(data, { recursive: true, force: true });
});

function run(...args: string[]): Promise<CliRun> {
  return runCli(['diary', ...args], { env: { STICKSMITH_DATA: data }, cwd: base });
}

function resultOf({ code, lines, stderr }: CliRun): Record<string, unknown> {
  expect(code, stderr).toBe(0);
  expect(lines).toHaveLength(1);
  return lines[0] ?? {};
}

async function add(...args: string[]): Promise<DiaryEntry> {
  return DiaryEntrySchema.parse(resultOf(await run('add', ...args))['entry']);
}

async function listed(...args: string[]): Promise<DiaryEntry[]> {
  return resultOf(await run('list', ...args))['entries'] as DiaryEntry[];
}

describe('sticksmith diary add', () => {
  it('knows a stick by the table that other programs made, and Ventoy’s by its own mark', async () => {
    const ventoy = join(base, 'ventoy.img');
    await writeFile(ventoy, simulatedDisk({ scheme: 'mbr' }));
    const found = [];
    for (const stick of [gptStick, mbrStick, ventoy]) {
      found.push((await add(stick, ...onThinkPad, '--result', 'started')).stick);
    }
    expect(found).toEqual([
      { id: GPT_ID, label: 'gpt.img' },
      { id: 'mbr:0a1b2c3d', label: 'mbr.img' },
      { id: 'ventoy:00112233445566778899aabbccddeeff', label: 'ventoy.img' },
    ]);
    const [entry] = await listed(mbrStick);
    expect(entry?.stick.id).toBe('mbr:0a1b2c3d');
  });

  it('notes all that was said, and changes nothing on the stick', async () => {
    const before = await readFile(gptStick);
    const entry = await add(
      ...[gptStick, '--maker', 'Lenovo', ...onThinkPad, '--secure-boot', 'on'],
      ...['--result', 'trouble', '--seconds', '95', '--code', '0xc000000f'],
      ...['--note', ' No\nsound ', '--label', 'Mara’s stick'],
    );
    expect(entry).toMatchObject({
      stick: { id: GPT_ID, label: 'Mara’s stick' },
      computer: { kind: 'pc', maker: 'Lenovo', model: 'ThinkPad T480' },
      ...{ firmware: 'uefi', secureBoot: 'on', result: 'started-with-trouble', seconds: 95 },
      ...{ code: '0xc000000f', note: 'No sound' },
    });
    expect(await listed()).toEqual([entry]);
    expect((await readFile(gptStick)).equals(before)).toBe(true);
  });

  it('takes the ID of a stick that is not at hand', async () => {
    const entry = await add('--stick', GPT_ID.toUpperCase(), ...onThinkPad, '--result', 'failed');
    expect(entry.stick).toEqual({ id: GPT_ID, label: '' });
    expect(await listed('--stick', GPT_ID)).toEqual([entry]);
    expect(await listed('--stick', 'mbr:0a1b2c3d')).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['no stick', [...onThinkPad, '--result', 'started']],
    ['a stick and an ID', ['gpt.img', '--stick', GPT_ID, ...onThinkPad, '--result', 'started']],
    ['no ID', ['--stick', '1234', ...onThinkPad, '--result', 'started']],
    ['no model', ['gpt.img', '--firmware', 'uefi', '--result', 'started']],
    ['an empty model', ['gpt.img', '--model', ' ', '--firmware', 'uefi', '--result', 'started']],
    ['another result', ['gpt.img', ...onThinkPad, '--result', 'perhaps']],
    ['another firmware', ['gpt.img', '--model', 'A', '--firmware', 'efi', '--result', 'started']],
    ['half a second', ['gpt.img', ...onThinkPad, '--result', 'started', '--seconds', '0.5']],
    ['a year', ['gpt.img', ...onThinkPad, '--result', 'started', '--seconds', '31536000']],
    ['time to nowhere', ['gpt.img', ...onThinkPad, '--result', 'failed', '--seconds', '9']],
    ['a long note', ['gpt.img', ...onThinkPad, '--result', 'started', '--note', 'x'.repeat(1001)]],
    [
      'Secure Boot of a BIOS',
      [
        'gpt.img',
        '--model',
        'A',
        '--firmware',
        'bios',
        '--secure-boot',
        'on',
        '--result',
        'failed',
      ],
    ],
  ])('refuses %s and notes nothing', async (_, args) => {
    const { code, error } = await run('add', ...args);
    expect(error?.code).toBe('usage');
    expect(code).toBe(2);
    expect(await listed()).toEqual([]);
  });

  it('refuses a drive that nothing tells from others', async () => {
    const empty = join(base, 'empty.img');
    await writeFile(empty, Buffer.alloc(MiB));
    const { code, error } = await run('add', empty, ...onThinkPad, '--result', 'started');
    expect(error).toMatchObject({ code: 'diary/no-identity', params: { target: empty } });
    expect(code).toBe(3);
  });

  it('loses none of the commands that run at the same time', async () => {
    const models = ['A', 'B', 'C', 'D', 'E', 'F'];
    const runs = models.map((model) =>
      add('--stick', GPT_ID, '--model', model, '--firmware', 'bios', '--result', 'started'),
    );
    await Promise.all(runs);
    expect((await listed()).map(({ computer }) => computer.model).sort()).toEqual(models);
  });

  it('knows a stick by what the report of its making says', async () => {
    const iso = await practiceIso(base);
    const made = join(base, 'made.img');
    const make = await runCli([
      ...['make', '--image', iso, '--edition', '1', '--target', made, '--size', '1G'],
      ...['--work-dir', join(base, 'work'), '--keep', '0', '--yes'],
    ]);
    const report = ReportSchema.parse(make.lines.find(({ type }) => type === 'result')?.['report']);
    const [stick] = report.kind === 'windows-to-go' ? report.sticks : [];
    expect(stick?.disk.scheme).toBe('gpt');
    const entry = await add(made, ...onThinkPad, '--result', 'started');
    expect(entry.stick.id).toBe(stick && stickIdOfDisk(stick.disk));
  });
});

describe('sticksmith diary', () => {
  it('sums up by the classes that predictions have', async () => {
    const off = ['--stick', GPT_ID, ...onThinkPad, '--secure-boot', 'off'];
    await add(...off, '--result', 'started');
    await add(...off, '--result', 'failed');
    const { summary } = resultOf(await run('list'));
    expect(summary).toEqual([
      { computer: 'uefi', tries: 2, started: 1, withTrouble: 0, uncertain: 0 },
    ]);
  });

  it('carries entries to another diary, where none comes twice', async () => {
    await add(gptStick, ...onThinkPad, '--result', 'started', '--note', '=1+1');
    await add(mbrStick, ...onThinkPad, '--result', 'failed');
    const all = await listed();
    const file = join(base, 'carried.json');
    expect(resultOf(await run('export', file))).toMatchObject({ path: file, entries: 2 });
    await rm(join(data, 'sticksmith-data'), { recursive: true });
    expect(await listed()).toEqual([]);
    expect(resultOf(await run('import', file))).toMatchObject({ added: 2, known: 0 });
    expect(resultOf(await run('import', file))).toMatchObject({ added: 0, known: 2 });
    expect(await listed()).toEqual(all);
    const table = join(base, 'diary.csv');
    expect(resultOf(await run('export', table, '--stick', GPT_ID))).toMatchObject({ entries: 1 });
    expect(await readFile(table, 'utf8')).toContain(",'=1+1,");
  });

  it('imports nothing of a file that is no diary, or is damaged', async () => {
    const file = join(base, 'no-diary.json');
    for (const text of ['{', '{"version":1,"entries":[{}]}', '{"kind":"ventoy"}']) {
      await writeFile(file, text);
      const { code, error } = await run('import', file);
      expect(error).toMatchObject({ code: 'diary/unreadable', params: { path: file } });
      expect(code).toBe(2);
    }
    const { error } = await run('import', join(base, 'nowhere.json'));
    expect(error?.code).toBe('diary/unreadable');
    expect(await listed()).toEqual([]);
  });

  it('removes an entry by the first digits of its ID', async () => {
    const [gone, stays] = [
      await add('--stick', GPT_ID, ...onThinkPad, '--result', 'started'),
      await add('--stick', GPT_ID, ...onThinkPad, '--result', 'failed'),
    ];
    expect((await run('remove', gone.id.slice(0, 3))).error?.code).toBe('usage');
    expect(resultOf(await run('remove', gone.id.slice(0, 8)))['entry']).toEqual(gone);
    expect((await run('remove', gone.id)).error?.code).toBe('diary/not-found');
    expect(await listed()).toEqual([stays]);
  });

  it('tells where a damaged diary is kept, and goes on', async () => {
    await add('--stick', GPT_ID, ...onThinkPad, '--result', 'started');
    await writeFile(join(data, 'sticksmith-data', 'diary', 'diary.json'), '{"version":1,"en');
    const { entries, damaged } = resultOf(await run('list'));
    expect(entries).toEqual([]);
    const [aside = ''] = damaged as string[];
    expect(await readFile(aside, 'utf8')).toBe('{"version":1,"en');
  });
});

describe('the report of a check', () => {
  const reportOf = async (): Promise<string> => {
    const path = join(data, 'report.html');
    const env = { STICKSMITH_DATA: data };
    await runCli(['check', gptStick, '--report', path], { env, cwd: base });
    return readFile(path, 'utf8');
  };

  it('has what the diary says of that stick, and of no other', async () => {
    await add(gptStick, ...onThinkPad, '--result', 'started');
    await add(mbrStick, '--model', 'Another one', '--firmware', 'bios', '--result', 'failed');
    const page = await reportOf();
    expect(page).toContain('ThinkPad T480');
    expect(page).not.toContain('Another one');
  });

  it('is saved without notes where there is no diary', async () => {
    expect(await reportOf()).not.toContain('ThinkPad');
  });
});
