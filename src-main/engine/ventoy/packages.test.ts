import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  appendFile,
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  realpath,
  rm,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linuxEntries, sha256Of, tarGz, windowsEntries, zip } from '../../ventoy/package/testing';
import { VentoyPackages } from './packages';

const linux = { platform: 'linux', machine: 'x86_64' } as const;
const windows = { platform: 'windows', machine: 'x86_64' } as const;
const { signal } = new AbortController();

let around = '';
let folder = '';
let server: Server | null = null;
beforeEach(async () => {
  around = await realpath(await mkdtemp(join(tmpdir(), 'sticksmith packages “für” ')));
  folder = join(around, 'cache', 'ventoy');
});
afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  server = null;
  await rm(around, { recursive: true, force: true });
});

function packages(runsOn: typeof linux | typeof windows = linux): VentoyPackages {
  return new VentoyPackages(() => folder, runsOn);
}

async function archive(version = '1.1.17', note = ''): Promise<{ path: string; bytes: Buffer }> {
  const entries = linuxEntries(version);
  const bytes = await tarGz([...entries, { name: `./ventoy-${version}/README`, content: note }]);
  const path = join(around, `ventoy-${version}-linux.tar.gz`);
  await writeFile(path, bytes);
  return { path, bytes };
}

/** What the folder holds; a person's own files would be seen here as well. */
function names(): Promise<string[]> {
  return readdir(folder, { recursive: true });
}

describe('VentoyPackages', () => {
  it('has nothing before something is kept, and makes no folder for that', async () => {
    expect(await packages().list()).toEqual([]);
    await expect(packages().find('1.1.17', { signal })).rejects.toMatchObject({
      code: 'ventoy/package-not-kept',
      params: { version: '1.1.17' },
    });
    await expect(packages().forget('1.1.17')).rejects.toMatchObject({
      code: 'ventoy/package-not-kept',
    });
    expect(await readdir(around)).toEqual([]);
  });

  it('keeps a copy that needs the original no more', async () => {
    const { path, bytes } = await archive();
    const kept = await packages().remember(path, { sha256: null, signal });
    await rm(path);
    expect(kept).toMatchObject({
      version: '1.1.17',
      platform: 'linux',
      sha256: sha256Of(bytes),
      sizeBytes: bytes.length,
    });
    expect(Date.now() - Date.parse(kept.keptAt)).toBeLessThan(60_000);
    expect(await packages().list()).toEqual([kept]);
    expect((await readFile(kept.path)).equals(bytes)).toBe(true);
    const found = await packages().find('1.1.17', { signal });
    expect(found).toMatchObject({ path: kept.path, version: '1.1.17', sha256: kept.sha256 });
  });

  it('keeps it where nobody else can read or change it', async () => {
    const { path } = await archive();
    const kept = await packages().remember(path, { sha256: null, signal });
    expect((await lstat(folder)).mode & 0o777).toBe(0o700);
    expect((await lstat(kept.path)).mode & 0o777).toBe(0o600);
    expect(await names()).toHaveLength(1);
  });

  it('lists the newest version first', async () => {
    for (const version of ['1.1.9', '1.1.17', '1.0.99']) {
      await packages().remember((await archive(version)).path, { sha256: null, signal });
    }
    const listed = await packages().list();
    expect(listed.map(({ version }) => version)).toEqual(['1.1.17', '1.1.9', '1.0.99']);
  });

  it('keeps the same archive once, and of two of one version the later', async () => {
    const first = await archive('1.1.17', 'one');
    const kept = await packages().remember(first.path, { sha256: null, signal });
    await packages().remember(first.path, { sha256: null, signal });
    expect(await names()).toHaveLength(1);
    await utimes(kept.path, 1, 1);
    const second = await archive('1.1.17', 'two');
    await packages().remember(second.path, { sha256: null, signal });
    expect(await names()).toHaveLength(1);
    expect((await packages().find('1.1.17', { signal })).sha256).toBe(sha256Of(second.bytes));
  });

  it('keeps what is for Windows on Windows', async () => {
    const path = join(around, 'x.zip');
    await writeFile(path, zip(windowsEntries()));
    await packages(windows).remember(path, { sha256: null, signal });
    expect(await packages(windows).find('1.1.17', { signal })).toMatchObject({
      platform: 'windows',
    });
  });

  it('forgets a version, and that one only', async () => {
    for (const version of ['1.1.16', '1.1.17']) {
      await packages().remember((await archive(version)).path, { sha256: null, signal });
    }
    await packages().forget('1.1.16');
    expect((await packages().list()).map(({ version }) => version)).toEqual(['1.1.17']);
    expect(await names()).toHaveLength(1);
  });

  it('keeps nothing that is refused', async () => {
    const { path } = await archive();
    const keeping = { sha256: 'a'.repeat(64), signal };
    await expect(packages().remember(path, keeping)).rejects.toMatchObject({
      code: 'ventoy/package-hash-mismatch',
    });
    await writeFile(path, 'something else');
    await expect(packages().remember(path, { sha256: null, signal })).rejects.toMatchObject({
      code: 'ventoy/package-not-recognised',
    });
    expect(await packages().list()).toEqual([]);
  });

  it('keeps nothing when it is cancelled', async () => {
    const { path } = await archive();
    for (const afterMs of [0, 2, 5, 10, 20]) {
      const controller = new AbortController();
      setTimeout(() => {
        controller.abort();
      }, afterMs);
      const keeping = packages().remember(path, { sha256: null, signal: controller.signal });
      const outcome = await keeping.catch((thrown: unknown) => thrown);
      const found = await names().catch(() => []);
      if (outcome instanceof Error) expect(outcome).toMatchObject({ code: 'cancelled' });
      expect(found).toHaveLength(outcome instanceof Error ? 0 : 1);
      await rm(folder, { recursive: true, force: true });
    }
  });

  it.each<[string, (path: string) => Promise<void>]>([
    ['longer', (path) => appendFile(path, 'x')],
    ['shorter', (path) => truncate(path, 1000)],
    ['another', (path) => writeFile(path, 'something else')],
  ])('notices a kept file that became %s when it is used', async (_, damage) => {
    const { path } = await archive();
    const kept = await packages().remember(path, { sha256: null, signal });
    await damage(kept.path);
    await expect(packages().find('1.1.17', { signal })).rejects.toMatchObject({
      code: 'ventoy/package-hash-mismatch',
    });
    await packages().remember(path, { sha256: null, signal });
    expect(await packages().find('1.1.17', { signal })).toMatchObject({ version: '1.1.17' });
  });

  it('leaves alone what it didn’t keep', async () => {
    const { path } = await archive();
    await packages().remember(path, { sha256: null, signal });
    const linked = `ventoy-1.1.16-linux-${'a'.repeat(64)}.tar.gz`;
    await symlink(path, join(folder, linked));
    await writeFile(join(folder, 'ventoy-1.1.15-linux.tar.gz'), 'mine');
    await mkdir(join(folder, `ventoy-1.1.14-linux-${'b'.repeat(64)}.tar.gz`));
    await packages().remember(path, { sha256: null, signal });
    expect((await packages().list()).map(({ version }) => version)).toEqual(['1.1.17']);
    await expect(packages().forget('1.1.16')).rejects.toMatchObject({
      code: 'ventoy/package-not-kept',
    });
    expect(await names()).toHaveLength(4);
  });

  it('can be kept by several at the same time', async () => {
    const [one, two] = [await archive('1.1.16'), await archive('1.1.17')];
    const jobs = [one, two, one, two, one, two].map(({ path }) => {
      return packages().remember(path, { sha256: null, signal });
    });
    await Promise.all(jobs);
    expect((await packages().list()).map(({ version }) => version)).toEqual(['1.1.17', '1.1.16']);
    expect(await names()).toHaveLength(2);
  });
});

describe('a folder', () => {
  it.each<[string, () => Promise<void>]>([
    ['others may write to', () => chmod(folder, 0o777)],
    [
      'is a link',
      async () => {
        await rm(folder, { recursive: true });
        await symlink(around, folder);
      },
    ],
    [
      'is a file',
      async () => {
        await rm(folder, { recursive: true });
        await writeFile(folder, 'mine');
      },
    ],
  ])('that %s is not used', async (_, spoil) => {
    const { path } = await archive();
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await spoil();
    const refused = { code: 'ventoy/package-store', params: { path: folder } };
    await expect(packages().remember(path, { sha256: null, signal })).rejects.toMatchObject(
      refused,
    );
    await expect(packages().list()).rejects.toMatchObject(refused);
  });
});

describe('a download', () => {
  async function serve(files: Record<string, Buffer | string>): Promise<string> {
    const started = createServer((request, response) => {
      const file = files[(request.url ?? '').slice(1)];
      if (file === undefined) response.writeHead(404).end();
      else response.end(file);
    });
    server = started;
    await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(started.address() as AddressInfo).port}/`;
  }

  it('is kept', async () => {
    const { bytes } = await archive();
    const name = 'ventoy-1.1.17-linux.tar.gz';
    const base = await serve({ [name]: bytes, 'sha256.txt': `${sha256Of(bytes)}  ${name}` });
    const seen: number[] = [];
    const { hash, ...kept } = await packages().download(`${base}${name}`, {
      sha256: null,
      signal,
      onProgress: (doneBytes) => seen.push(doneBytes),
    });
    expect(hash).toBe('beside');
    expect(await packages().list()).toEqual([kept]);
    expect(seen.at(-1)).toBe(bytes.length);
    expect((await readFile(kept.path)).equals(bytes)).toBe(true);
  });

  it('that fails leaves nothing', async () => {
    const base = await serve({ 'ventoy-1.1.17-linux.tar.gz': 'something else' });
    for (const name of ['ventoy-1.1.17-linux.tar.gz', 'missing.tar.gz']) {
      const loading = packages().download(`${base}${name}`, { sha256: null, signal });
      await expect(loading).rejects.toMatchObject({
        code: expect.stringContaining('ventoy/') as string,
      });
    }
    expect(await readdir(around)).toEqual([]);
  });
});
