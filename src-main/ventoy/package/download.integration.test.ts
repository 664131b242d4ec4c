import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { downloadVentoyPackage } from './download';

let folder = '';
let server: Server;
let asked = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith download '));
  const [key, cert] = [join(folder, 'key'), join(folder, 'cert')];
  const names = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...names];
  execFileSync('openssl', [...request, '-keyout', key, '-out', cert], { stdio: 'pipe' });
  server = createServer({ key: await readFile(key), cert: await readFile(cert) }, (_, response) => {
    asked += 1;
    response.end('content');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

it('nothing is fetched from a server whose certificate nobody vouches for', async () => {
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/x.tar.gz`;
  const { signal } = new AbortController();
  await expect(downloadVentoyPackage(url, { sha256: null, signal })).rejects.toMatchObject({
    code: 'ventoy/download-failed',
    params: { message: expect.stringContaining('certificate') as string },
  });
  expect(asked).toBe(0);
});
