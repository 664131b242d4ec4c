import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import { messageOf, stickError, type StickError } from '../../src-shared/errors';
import type { Architecture, Edition } from '../../src-shared/image';
import { withoutEnd } from '../io';
import { ResourceFlag, unsupported, type WimFile, type WimHeader } from './wim-header';

/** Real ones have some 10 KiB for each edition. */
const MOST_XML_BYTES = 8 * 1024 * 1024;

/** Reads the editions that a WIM's XML describes. Throws `wim/xml` or `wim/unsupported`. */
export async function readWimEditions(file: WimFile, header: WimHeader): Promise<Edition[]> {
  const { offset, length, flags } = header.xml;
  if ((flags & ResourceFlag.compressed) !== 0) throw unsupported(file, 'its XML is compressed');
  if (length === 0) throw badXml(file, 'it is missing');
  if (length > MOST_XML_BYTES) throw badXml(file, `it has ${String(length)} bytes`);
  const bytes = await file.source.read(offset, length);
  return parseWimXml(bytes, header.imageCount, file);
}

/** The editions in a WIM's XML: UTF-16LE with a byte order mark, root element `WIM`. */
export function parseWimXml(bytes: Buffer, imageCount: number, file: WimFile): Edition[] {
  const xml = decodeXml(bytes, file);
  const wim = parseXml(xml, file);
  if ('ENCRYPTED' in group(wim['ESD'])) throw unsupported(file, 'it is encrypted');
  const images = list(wim['IMAGE']);
  if (images.length !== imageCount) {
    const message = `it lists ${String(images.length)} editions, the header says ${String(imageCount)}`;
    throw badXml(file, message);
  }
  const editions = images.map((image) => readEdition(group(image), file));
  editions.sort((a, b) => a.index - b.index);
  if (editions.some((edition, at) => edition.index !== at + 1)) {
    throw badXml(file, 'its editions are not numbered from 1 on');
  }
  return editions;
}

type XmlGroup = Record<string, unknown>;
const XmlGroupSchema = z.record(z.string(), z.unknown());

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  htmlEntities: true,
  isArray: (name, path) => path === 'WIM.IMAGE' || name === 'LANGUAGE',
});

function decodeXml(bytes: Buffer, file: WimFile): string {
  try {
    const text = new TextDecoder('utf-16le', { fatal: true }).decode(bytes);
    return withoutEnd(text, (unit) => unit === '\0');
  } catch {
    throw badXml(file, 'it is not UTF-16 text');
  }
}

function parseXml(xml: string, file: WimFile): XmlGroup {
  // The parser alone lets unclosed elements pass. The validator moved to a package of its own, but the
  // pinned version still has it.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const valid = XMLValidator.validate(xml);
  if (valid !== true) throw badXml(file, `${valid.err.msg} (line ${String(valid.err.line)})`);
  let root: unknown;
  try {
    root = parser.parse(xml);
  } catch (error) {
    throw badXml(file, messageOf(error));
  }
  const { WIM: wim } = group(root);
  if (wim === undefined) throw badXml(file, 'it has no element WIM');
  return group(wim);
}

function readEdition(image: XmlGroup, file: WimFile): Edition {
  const index = Number(text(image['@INDEX']));
  if (!Number.isInteger(index) || index < 1) throw badXml(file, 'an edition has no number');
  const windows = group(image['WINDOWS']);
  const languages = group(windows['LANGUAGES']);
  const editionId = text(windows['EDITIONID']);
  const isSetup = [editionId, text(windows['INSTALLATIONTYPE'])].includes('WindowsPE');
  return {
    index,
    name: text(image['DISPLAYNAME']) ?? text(image['NAME']) ?? `Image ${String(index)}`,
    description: text(image['DISPLAYDESCRIPTION']) ?? text(image['DESCRIPTION']),
    editionId,
    architecture: architectures.get(text(windows['ARCH']) ?? '') ?? 'unknown',
    ...readVersion(group(windows['VERSION'])),
    languages: list(languages['LANGUAGE'])
      .map(text)
      .filter((language) => language !== null),
    defaultLanguage: text(languages['DEFAULT']),
    totalBytes: unpackedBytes(image),
    fileCount: count(image['FILECOUNT']) ?? 0,
    directoryCount: count(image['DIRCOUNT']) ?? 0,
    windows: 'WINDOWS' in image && !isSetup,
  };
}

/** PROCESSOR_ARCHITECTURE_* of the Windows SDK (SYSTEM_INFO). */
const architectures: ReadonlyMap<string, Architecture> = new Map([
  ['0', 'x86'],
  ['5', 'arm'],
  ['9', 'x64'],
  ['12', 'arm64'],
]);

/** TOTALBYTES counts a file once for each of its names; HARDLINKBYTES is how much of it is repetition. */
function unpackedBytes(image: XmlGroup): number {
  const total = count(image['TOTALBYTES']) ?? 0;
  const repeated = count(image['HARDLINKBYTES']) ?? 0;
  return repeated < total ? total - repeated : total;
}

function readVersion(version: XmlGroup): Pick<Edition, 'version' | 'build'> {
  const [major, minor, build, revision] = ['MAJOR', 'MINOR', 'BUILD', 'SPBUILD'].map((name) =>
    count(version[name]),
  );
  const numbers = [major, minor, build].filter((number) => typeof number === 'number');
  if (numbers.length < 3) return { version: null, build: build ?? null };
  if (typeof revision === 'number') numbers.push(revision);
  return { version: numbers.join('.'), build: build ?? null };
}

function group(value: unknown): XmlGroup {
  const parsed = XmlGroupSchema.safeParse(value);
  return parsed.success ? parsed.data : {};
}

function list(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** An element's text; null when it is missing, empty, or repeated. An element with attributes is a group. */
function text(value: unknown): string | null {
  const content = typeof value === 'string' ? value : group(value)['#text'];
  const trimmed = typeof content === 'string' ? content.trim() : '';
  return trimmed === '' ? null : trimmed;
}

function count(value: unknown): number | null {
  const digits = text(value);
  if (digits === null || !/^\d+$/.test(digits)) return null;
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : null;
}

function badXml(file: WimFile, message: string): StickError {
  return stickError('wim/xml', { path: file.path, message });
}
