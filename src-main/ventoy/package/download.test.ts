import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { StickError } from '../../../src-shared/errors';
import { MiB } from '../../../src-shared/units';
import { downloadVentoyPackage, type DownloadOptions } from './download';
import { linuxEntries, sha256Of, tarGz } from './testing';

const name = 'ventoy-1.1.17-linux.tar.gz';
const runsOn = { platform: 'linux', machine: 'x86_64' } as const;

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

/** Starts a server on this computer, and gives the address of its folder. */
async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/v1.1.17/`;
}

/** A server of some files; what it was asked for is noted. */
async function serveFiles(
  files: Record<string, Buffer | string>,
): Promise<{ base: string; asked: string[] }> {
  const asked: string[] = [];
  const base = await serve((request, response) => {
    const path = (request.url ?? '').replace('/v1.1.17/', '');
    asked.push(path);
    const file = files[path.replace(/\?.*/, '')];
    if (file === undefined) response.writeHead(404).end('not here');
    else response.end(file);
  });
  return { base, asked };
}

function download(
  url: string,
  more: Partial<DownloadOptions> = {},
): ReturnType<typeof downloadVentoyPackage> {
  const { signal } = new AbortController();
  return downloadVentoyPackage(url, { sha256: null, signal, runsOn, ...more });
}

async function failure(downloading: Promise<unknown>): Promise<StickError> {
  const error = await downloading.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StickError);
  expect((error as StickError).stick).toBe('untouched');
  return error as StickError;
}

describe('downloadVentoyPackage', () => {
  it('fetches a package and compares it with the list beside it', async () => {
    const bytes = await tarGz(linuxEntries());
    const list = `${'a'.repeat(64)}  other\n${sha256Of(bytes)}  ${name}\n`;
    const { base, asked } = await serveFiles({ [name]: bytes, 'sha256.txt': list });
    const found = await download(`${base}${name}?token=1#there`);
    expect(found.bytes.equals(bytes)).toBe(true);
    expect(found.about).toMatchObject({ fileName: name, version: '1.1.17', hash: 'beside' });
    expect(asked).toEqual(['sha256.txt', `${name}?token=1`]);
  });

  it('compares with a hash that was given, and then needs no list', async () => {
    const bytes = await tarGz(linuxEntries());
    const { base, asked } = await serveFiles({ [name]: bytes });
    const found = await download(`${base}${name}`, { sha256: sha256Of(bytes) });
    expect(found.about.hash).toBe('given');
    expect(asked).toEqual([name]);
  });

  it.each<[string, Record<string, string>]>([
    ['has no list', {}],
    ['has a list of other files', { 'sha256.txt': `${'a'.repeat(64)}  other\n` }],
  ])('says that nothing was compared when the server %s', async (_, list) => {
    const { base } = await serveFiles({ [name]: await tarGz(linuxEntries()), ...list });
    expect((await download(`${base}${name}`)).about.hash).toBe('none');
  });

  it('reports progress up to the size that the server said', async () => {
    const bytes = await tarGz(linuxEntries());
    const { base } = await serveFiles({ [name]: bytes });
    const seen: [number, number | null][] = [];
    const onProgress = (doneBytes: number, totalBytes: number | null) => {
      seen.push([doneBytes, totalBytes]);
    };
    await download(`${base}${name}`, { onProgress });
    expect(seen.at(-1)).toEqual([bytes.length, bytes.length]);
  });

  it('follows up to five redirects', async () => {
    const bytes = await tarGz(linuxEntries());
    const base = await serve((request, response) => {
      const [, left = ''] = /left=(\d+)/.exec(request.url ?? '') ?? [];
      if (request.url?.endsWith('sha256.txt') === true) response.writeHead(404).end();
      else if (left === '' || left === '0') response.end(bytes);
      else response.writeHead(302, { location: `?left=${Number(left) - 1}` }).end('moved');
    });
    expect((await download(`${base}${name}?left=5`)).about.version).toBe('1.1.17');
    const error = await failure(download(`${base}${name}?left=6`));
    expect(error.code).toBe('ventoy/download-failed');
    expect(error.params['message']).toContain('passed on');
  });

  it('takes the name from the address that was asked for', async () => {
    const bytes = await tarGz(linuxEntries('1.1.16'));
    const base = await serve((request, response) => {
      if (request.url === '/elsewhere') response.end(bytes);
      else if (request.url?.endsWith(name) === true) {
        response.writeHead(302, { location: '/elsewhere' }).end();
      } else response.writeHead(404).end();
    });
    const error = await failure(download(`${base}${name}`));
    expect(error.code).toBe('ventoy/package-contradiction');
  });
});

describe('what a server gives', () => {
  it('is refused when its hash is another', async () => {
    const bytes = await tarGz(linuxEntries());
    const list = `${'a'.repeat(64)}  ${name}\n`;
    const { base } = await serveFiles({ [name]: bytes, 'sha256.txt': list });
    const error = await failure(download(`${base}${name}`));
    expect(error.code).toBe('ventoy/package-hash-mismatch');
  });

  it('is refused when it is no archive, and the address is named', async () => {
    const { base } = await serveFiles({ [name]: '<!doctype html>' });
    const error = await failure(download(`${base}${name}`));
    expect(error.code).toBe('ventoy/package-not-recognised');
    expect(error.params['path']).toBe(`${base}${name}`);
  });

  it('may say that there is nothing', async () => {
    const { base } = await serveFiles({});
    const error = await failure(download(`${base}${name}`));
    expect(error).toMatchObject({ code: 'ventoy/download-status', params: { status: 404 } });
  });

  it('is not fetched when the list can’t be', async () => {
    const asked: string[] = [];
    const base = await serve((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(500).end();
    });
    const error = await failure(download(`${base}${name}`));
    expect(error).toMatchObject({ code: 'ventoy/download-status', params: { status: 500 } });
    expect(error.params['url']).toBe(`${base}sha256.txt`);
    expect(asked).toHaveLength(1);
  });

  it('is not fetched when it says that it is too large', async () => {
    const base = await serve((request, response) => {
      if (request.url?.endsWith(name) !== true) response.writeHead(404).end();
      else response.writeHead(200, { 'content-length': 300 * MiB }).write('x');
    });
    const error = await failure(download(`${base}${name}`));
    expect(error.code).toBe('ventoy/download-too-large');
  });

  it('is given up when it doesn’t end', async () => {
    let closed = false;
    const base = await serve((request, response) => {
      if (request.url?.endsWith('sha256.txt') !== true) response.writeHead(404).end();
      const more = () => {
        while (!closed && response.write(Buffer.alloc(MiB)));
      };
      response.on('drain', more).on('close', () => {
        closed = true;
      });
      more();
    });
    const error = await failure(download(`${base}${name}`));
    expect(error.code).toBe('ventoy/download-too-large');
    expect(error.params['url']).toBe(`${base}sha256.txt`);
  });

  it('is refused when the connection ends too early', async () => {
    const bytes = await tarGz(linuxEntries());
    const base = await serve((request, response) => {
      if (request.url?.endsWith(name) !== true) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, { 'content-length': bytes.length });
      response.write(bytes.subarray(0, 1000), () => {
        response.destroy();
      });
    });
    const error = await failure(download(`${base}${name}`));
    expect(error.code).toBe('ventoy/download-failed');
    expect(error.params['message']).toBe('the connection ended too early');
  });

  it.each([
    ['before it answers', false],
    ['within its answer', true],
  ])('is given up when it is silent %s', async (_, answers) => {
    const base = await serve((_request, response) => {
      if (answers) response.writeHead(200).write('x');
    });
    const error = await failure(download(`${base}${name}`, { silenceMs: 200 }));
    expect(error.code).toBe('ventoy/download-failed');
    expect(error.params['message']).toBe('the server was silent for 1 seconds');
  });

  it.each([true, false])('can be cancelled (after the answer began: %s)', async (began) => {
    const controller = new AbortController();
    const base = await serve((_request, response) => {
      if (began) response.writeHead(200).write('x');
      setTimeout(() => {
        controller.abort();
      }, 50);
    });
    const error = await failure(download(`${base}${name}`, { signal: controller.signal }));
    expect(error.code).toBe('cancelled');
  });

  it('isn’t asked for when it is cancelled already', async () => {
    const { base, asked } = await serveFiles({});
    const error = await failure(download(`${base}${name}`, { signal: AbortSignal.abort() }));
    expect(error.code).toBe('cancelled');
    expect(asked).toEqual([]);
  });
});

describe('an address', () => {
  it.each([
    ['ftp://example.org/x.tar.gz', 'it is not an https address'],
    ['file:///etc/passwd', 'it is not an https address'],
    ['http://example.org/x.tar.gz', 'it is not an https address'],
    ['http://127.0.0.1.example.org/x.tar.gz', 'it is not an https address'],
    ['http://10.0.0.1/x.tar.gz', 'it is not an https address'],
    ['https://me:secret@example.org/x.tar.gz', 'there is a name or password in it'],
    ['nowhere', 'it is no address'],
    ['', 'it is no address'],
  ])('like %j is not used', async (url, message) => {
    const error = await failure(download(url));
    expect(error).toMatchObject({ code: 'ventoy/download-address', params: { message } });
    expect(JSON.stringify(error.toData())).not.toContain('secret');
  });

  it.each([
    'http://example.org/x.tar.gz',
    'file:///etc/passwd',
    'https://me:secret@example.org/x.tar.gz',
  ])('that leads to %s is not followed', async (location) => {
    const base = await serve((_request, response) => {
      response.writeHead(302, { location }).end();
    });
    const error = await failure(download(`${base}${name}`));
    expect(error.code).toBe('ventoy/download-address');
    expect(JSON.stringify(error.toData())).not.toContain('secret');
  });

  it.each([undefined, 'http://['])(
    'that leads to nowhere (%s) is not followed',
    async (location) => {
      const base = await serve((_request, response) => {
        response.writeHead(302, location === undefined ? {} : { location }).end();
      });
      const error = await failure(download(`${base}${name}`));
      expect(error.code).toBe('ventoy/download-failed');
    },
  );

  it('without a server behind it is said to be so', async () => {
    const { base } = await serveFiles({});
    server?.close();
    const error = await failure(download(`${base}${name}`));
    expect(error).toMatchObject({
      code: 'ventoy/download-failed',
      params: { message: 'its server takes no connections' },
    });
  });

  it('whose server is unknown may mean that this computer is offline', async () => {
    const error = await failure(download(`https://sticksmith.invalid/${name}`));
    expect(error.code).toBe('ventoy/download-failed');
    expect(error.params['message']).toContain('offline');
  });
});
