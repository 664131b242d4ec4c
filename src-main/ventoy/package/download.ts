import { createHash } from 'node:crypto';
import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { isIPv4 } from 'node:net';
import { StickError, messageOf, stickError } from '../../../src-shared/errors';
import { MiB } from '../../../src-shared/units';
import { errorCode } from '../../io';
import { MOST_ARCHIVE_BYTES } from './archive-file';
import { CHECKSUM_LIST, hashInList } from './hash-beside';
import { judgePackage, type PackageInMemory } from './judge-package';
import type { RunsOn } from './runnable';

export interface DownloadOptions {
  /** What the hash has to be, as 64 hexadecimal digits. Null: `sha256.txt` in the same folder is asked. */
  sha256: string | null;
  signal: AbortSignal;
  /** The total is null while the server hasn't said it. */
  onProgress?: (doneBytes: number, totalBytes: number | null) => void;
  runsOn?: RunsOn;
  /** Milliseconds without a byte after which a connection is given up. */
  silenceMs?: number;
}

const SILENCE_MS = 30_000;
const MOST_REDIRECTS = 5;
const MOST_LIST_BYTES = MiB;

/**
 * Fetches a release package into memory, compares and judges it as readVentoyPackage does. Only https is used; http for
 * addresses of this computer alone. Throws the errors `ventoy/download-…`, `ventoy/package-…` and `cancelled`.
 */
export async function downloadVentoyPackage(
  address: string,
  options: DownloadOptions,
): Promise<PackageInMemory> {
  const { signal, onProgress, runsOn } = options;
  const url = parseAddress(address);
  const fetching = { signal, silenceMs: options.silenceMs ?? SILENCE_MS };
  const fileName = fileNameOf(url);
  const given = options.sha256?.toLowerCase() ?? null;
  const beside = given === null ? await hashFromServer(url, fileName, fetching) : null;

  const bytes = await fetchBytes(url, {
    ...fetching,
    mostBytes: MOST_ARCHIVE_BYTES,
    onProgress: onProgress ?? (() => undefined),
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return judgePackage(
    { bytes, sha256, name: shown(url), fileName },
    { given, beside },
    { signal, onProgress: () => undefined, ...(runsOn === undefined ? {} : { runsOn }) },
  );
}

/** The address, if it is one that is used. Throws `ventoy/download-address`. */
function parseAddress(address: string): URL {
  const url = toUrl(address);
  if (url === null) throw wrongAddress(address, 'it is no address');
  requireSafe(url, url);
  return url;
}

function toUrl(address: string, from?: URL): URL | null {
  try {
    return new URL(address, from);
  } catch {
    return null;
  }
}

/** Throws `ventoy/download-address` when `url`, to which `first` led, would be fetched without protection. */
function requireSafe(url: URL, first: URL): void {
  if (url.username !== '' || url.password !== '') {
    throw wrongAddress(shown(url), 'there is a name or password in it');
  }
  if (url.protocol === 'https:') return;
  const isLocal = [url, first].every(({ protocol, hostname }) => {
    return protocol === 'http:' && isLoopback(hostname);
  });
  if (isLocal) return;
  const message = url === first ? 'it is not an https address' : `it leads to ${shown(url)}`;
  throw wrongAddress(shown(first), message);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'));
}

/** Without what could be a secret: signed addresses have it in their query. */
function shown(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`;
}

function fileNameOf(url: URL): string {
  const step = url.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(step).replace(/^.*[/\\]/, '');
  } catch {
    return step;
  }
}

interface Fetching {
  signal: AbortSignal;
  silenceMs: number;
}

/** What `sha256.txt` in the same folder says of the package; null where the server has no such list. */
async function hashFromServer(
  url: URL,
  fileName: string,
  fetching: Fetching,
): Promise<string | null> {
  const list = new URL(CHECKSUM_LIST, url);
  try {
    const limits = { ...fetching, mostBytes: MOST_LIST_BYTES, onProgress: () => undefined };
    const bytes = await fetchBytes(list, limits);
    return hashInList(bytes.toString('utf8'), fileName);
  } catch (error) {
    const isMissing = error instanceof StickError && error.params['status'] === 404;
    if (isMissing) return null;
    throw error;
  }
}

interface FetchLimits extends Fetching {
  mostBytes: number;
  onProgress: (doneBytes: number, totalBytes: number | null) => void;
}

async function fetchBytes(first: URL, limits: FetchLimits): Promise<Buffer> {
  let url = first;
  for (let redirects = 0; ; redirects += 1) {
    const response = await request(url, first, limits);
    try {
      const next = redirectOf(response, url);
      if (next === null) return await readBody(response, first, limits);
      requireSafe(next, first);
      url = next;
    } catch (error) {
      throw fetchError(error, first, limits.signal);
    } finally {
      response.destroy();
    }
    if (redirects === MOST_REDIRECTS) throw failed(first, 'it is passed on too often');
  }
}

function request(url: URL, first: URL, { signal, silenceMs }: Fetching): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const get = url.protocol === 'https:' ? getHttps : getHttp;
    // identity: packages are compressed, and nothing undoes what a server might do to them on the way.
    const headers = { 'user-agent': 'Sticksmith', accept: '*/*', 'accept-encoding': 'identity' };
    let talking: { destroy: (error: Error) => unknown };
    const sent = get(url, { signal, headers, agent: false, timeout: silenceMs }, (response) => {
      talking = response;
      resolve(response);
    });
    talking = sent;
    sent.on('timeout', () => {
      const seconds = Math.ceil(silenceMs / 1000);
      talking.destroy(new Error(`the server was silent for ${seconds} seconds`));
    });
    sent.on('error', (error) => {
      reject(fetchError(error, first, signal));
    });
  });
}

/** Where a response sends on to, or null. */
function redirectOf({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return null;
  const next = headers.location === undefined ? null : toUrl(headers.location, from);
  if (next === null) throw new Error('it is passed on to nowhere');
  return next;
}

async function readBody(
  response: IncomingMessage,
  url: URL,
  { mostBytes, onProgress }: FetchLimits,
): Promise<Buffer> {
  const { statusCode = 0, headers } = response;
  if (statusCode !== 200) {
    throw stickError('ventoy/download-status', { url: shown(url), status: statusCode });
  }
  const said = Number(headers['content-length'] ?? NaN);
  const totalBytes = Number.isSafeInteger(said) ? said : null;
  if (totalBytes !== null && totalBytes > mostBytes) throw tooLarge(url, mostBytes);

  const chunks: Buffer[] = [];
  let doneBytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    doneBytes += chunk.length;
    if (doneBytes > mostBytes) throw tooLarge(url, mostBytes);
    chunks.push(chunk);
    onProgress(doneBytes, totalBytes);
  }
  return Buffer.concat(chunks, doneBytes);
}

function tooLarge(url: URL, limit: number): StickError {
  return stickError('ventoy/download-too-large', { url: shown(url), limit });
}

function fetchError(error: unknown, url: URL, signal: AbortSignal): StickError {
  if (error instanceof StickError) return error;
  if (signal.aborted) return stickError('cancelled', {}, { cause: error });
  return failed(url, reasons[errorCode(error) ?? ''] ?? messageOf(error), error);
}

/** What people can do something with, instead of the system's names. */
const reasons: Record<string, string> = {
  ENOTFOUND: 'its server is not known; perhaps this computer is offline',
  EAI_AGAIN: 'its server could not be looked up; perhaps this computer is offline',
  ENETUNREACH: 'there is no way to its server; perhaps this computer is offline',
  ECONNREFUSED: 'its server takes no connections',
  ECONNRESET: 'the connection ended too early',
};

function failed(url: URL, message: string, cause?: unknown): StickError {
  return stickError('ventoy/download-failed', { url: shown(url), message }, { cause });
}

function wrongAddress(url: string, message: string): StickError {
  return stickError('ventoy/download-address', { url, message });
}
