import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { getRawHeader } from '@electron/asar';

/**
 * @typedef {object} Part of a packaged program
 * @property {string} name
 * @property {'Electron' | 'Sticksmith'} whose
 * @property {RegExp} files of which it consists, by path in the program's folder; what lies in app.asar has that as a folder
 * @property {number} mostBytes what it may take together
 *
 * @typedef {{ files?: Record<string, ArchiveEntry>, size?: number }} ArchiveEntry a folder or a file
 *
 * @typedef {object} MeasuredPart
 * @property {Part} part
 * @property {{ path: string, bytes: number }[]} files largest first
 * @property {number} bytes
 */

const MB = 1_000_000;
const ARCHIVE = 'resources/app.asar';

/**
 * All that may be in a package for Linux. Electron's own files change with its version, which is chosen elsewhere: their bounds only catch what
 * comes twice. Ours leave room to grow, but not for a package that comes along by accident.
 * @type {Part[]}
 */
export const parts = [
  {
    name: 'Chromium and Node in one program',
    whose: 'Electron',
    files: /^(sticksmith|chrome-sandbox|chrome_crashpad_handler|version|libffmpeg\.so)$/,
    mostBytes: 230 * MB,
  },
  {
    name: 'Chromium’s data: ICU, resources, snapshots',
    whose: 'Electron',
    files: /^(icudtl\.dat|[\w]+\.pak|\w+\.bin)$/,
    mostBytes: 22 * MB,
  },
  {
    name: 'drawing with and without a graphics card',
    whose: 'Electron',
    files: /^(libEGL|libGLESv2|libvk_swiftshader|libvulkan|vk_swiftshader_icd)\.(so|so\.1|json)$/,
    mostBytes: 24 * MB,
  },
  {
    name: 'Chromium’s texts in six languages',
    whose: 'Electron',
    files: /^locales\/(en-US|zh-CN|de|fr|es|ja)\.pak$/,
    mostBytes: 4 * MB,
  },
  {
    name: 'licences of Electron and Chromium',
    whose: 'Electron',
    files: /^(LICENSE\.electron\.txt|LICENSES\.chromium\.html)$/,
    mostBytes: 16 * MB,
  },
  {
    name: 'the window',
    whose: 'Sticksmith',
    files: /^resources\/app\.asar\/dist\/(renderer|preload)\//,
    mostBytes: 4.6 * MB,
  },
  {
    name: 'the program behind it, command line and helper included',
    whose: 'Sticksmith',
    files: /^resources\/app\.asar\/(dist\/main\/(?!chunks\/(de|es|fr|ja|zh-CN)-)|package\.json$)/,
    mostBytes: 4.2 * MB,
  },
  {
    name: 'what the program behind it says, in five more languages',
    whose: 'Sticksmith',
    files: /^resources\/app\.asar\/dist\/main\/chunks\/(de|es|fr|ja|zh-CN)-/,
    mostBytes: 1.6 * MB,
  },
  {
    name: 'what starts the command line, and its man page',
    whose: 'Sticksmith',
    files: /^command-line\/sticksmith(\.1)?$/,
    mostBytes: 0.1 * MB,
  },
  {
    name: 'packages with native code: koffi, drivelist',
    whose: 'Sticksmith',
    files:
      /^resources\/app\.asar\/node_modules\/(koffi|@koromix|drivelist|bindings|file-uri-to-path)\//,
    mostBytes: 1.5 * MB,
  },
  {
    name: 'licences of Sticksmith and of npm packages',
    whose: 'Sticksmith',
    files: /^(LICENSE\.sticksmith\.txt|LICENSES\.packages\.md)$/,
    mostBytes: 0.25 * MB,
  },
];

/**
 * Measures a packaged program by parts.
 * @param {string} folder such as release/linux-unpacked
 * @returns {{ measured: MeasuredPart[], unknown: string[] }} `unknown`: files that belong to no part
 */
export function measurePackage(folder) {
  const files = filesOf(folder);
  const measured = parts.map((part) => {
    const own = files.filter(({ path }) => part.files.test(path));
    own.sort((a, b) => b.bytes - a.bytes);
    return { part, files: own, bytes: own.reduce((sum, { bytes }) => sum + bytes, 0) };
  });
  const unknown = files.filter(({ path }) => !parts.some((part) => part.files.test(path)));
  return { measured, unknown: unknown.map(({ path }) => path) };
}

/** @param {string} folder */
function filesOf(folder) {
  const onDisk = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ path: name.split(sep).join('/'), status: statSync(join(folder, name)) }))
    .filter(({ path, status }) => status.isFile() && !path.startsWith(ARCHIVE))
    .map(({ path, status }) => ({ path, bytes: status.size }));
  return [...onDisk, ...filesOfArchive(join(folder, ARCHIVE), folder)];
}

/**
 * What lies beside the archive because it can't be used from within is listed in it, too.
 * @param {string} archive
 * @param {string} folder
 */
function filesOfArchive(archive, folder) {
  const root = relative(folder, archive).split(sep).join('/');
  /** @type {{ path: string, bytes: number }[]} */
  const found = [];
  /**
   * @param {Record<string, ArchiveEntry>} entries
   * @param {string} path
   */
  const visit = (entries, path) => {
    for (const [name, entry] of Object.entries(entries)) {
      if (entry.files) visit(entry.files, `${path}/${name}`);
      else found.push({ path: `${path}/${name}`, bytes: Number(entry.size) });
    }
  };
  const { header } = getRawHeader(archive);
  visit(/** @type {Record<string, ArchiveEntry>} */ (/** @type {unknown} */ (header.files)), root);
  return found;
}
