import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { NOTICE, bootImage, coreImage, vtoyEfiFiles } from './content.mjs';
import { variationScript } from './variations.mjs';

/** @typedef {import('./variations.mjs').Variations} Variations */

const run = promisify(execFile);
const release = join(import.meta.dirname, 'release');

const ARCHITECTURES = ['x86_64', 'i386', 'aarch64', 'mips64el'];
const TOOLS = ['xzcat', 'hexdump', 'mkexfatfs', 'vtoycli'];
/** The only tool that isn't packed, since it unpacks the others. */
const UNPACKER = 'xzcat';
const VTOYEFI_BYTES = 32 * 1024 * 1024;
/** The same on every stick, as with Ventoy. */
const VTOYEFI_SERIAL = '57494e53';

/**
 * Makes a stand-in for a release of Ventoy in `folder`: `ventoy-<version>-linux.tar.gz`,
 * `ventoy-<version>-windows.zip` and `sha256.txt`, as a release has them. The scripts of the Linux archive work: what
 * they make has a Ventoy stick's layout, and starts no computer. The Windows archive has no program that runs.
 *
 * Needs tar, xz, 7zz, mkfs.fat and mcopy; the scripts then need what Ventoy's do, and sfdisk and
 * mtools. Files of the same name are replaced.
 *
 * @param {object} request
 * @param {string} request.folder made if it isn't there
 * @param {string} [request.version] of the form 1.1.17, which it is unless given
 * @param {Variations} [request.variations] how the scripts are to misbehave
 * @returns {Promise<{ linux: string, windows: string, sums: string }>} absolute paths
 */
export async function makeStandInVentoy({ folder, version = '1.1.17', variations = {} }) {
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`“${version}” is no version of Ventoy`);
  await mkdir(folder, { recursive: true });
  const work = await mkdtemp(join(resolve(folder), '.stand-in-'));
  try {
    const name = `ventoy-${version}`;
    const common = join(work, 'common', name);
    await writeCommon(common, work, version);
    const linux = join(work, 'linux', name);
    await cp(common, linux, { recursive: true });
    await writeScripts(linux, variations);
    const windows = join(work, 'windows', name);
    await cp(common, windows, { recursive: true });
    await writeWindowsPrograms(windows);

    const archives = {
      linux: join(resolve(folder), `${name}-linux.tar.gz`),
      windows: join(resolve(folder), `${name}-windows.zip`),
    };
    await rm(archives.windows, { force: true });
    const owner = ['--owner=0', '--group=0', '--numeric-owner', '--sort=name'];
    await run('tar', ['-C', dirname(linux), ...owner, '-czf', archives.linux, name]);
    await run('7zz', ['a', '-tzip', '-bd', archives.windows, name], { cwd: dirname(windows) });
    const sums = join(resolve(folder), 'sha256.txt');
    await writeFile(sums, await sumLines(Object.values(archives)));
    return { ...archives, sums };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * What both archives hold.
 * @param {string} folder
 * @param {string} work
 * @param {string} version
 */
async function writeCommon(folder, work, version) {
  for (const name of ['boot', 'ventoy', 'plugin/ventoy', 'WebUI/static']) {
    await mkdir(join(folder, name), { recursive: true });
  }
  await writeFile(join(folder, 'boot/boot.img'), bootImage());
  await writePacked(join(folder, 'boot/core.img'), coreImage(version));
  await writeFile(join(folder, 'ventoy/version'), `${version}\n`);
  await writeFile(join(folder, 'ventoy/languages.json'), '[]\n');
  await writeVtoyEfi(join(folder, 'ventoy/ventoy.disk.img'), join(work, 'vtoyefi'), version);
  await pack(join(folder, 'ventoy/ventoy.disk.img'));
  await writeFile(join(folder, 'plugin/ventoy/ventoy.json'), '{}\n');
  await writeFile(join(folder, 'WebUI/index.html'), `<p>${NOTICE}</p>\n`);
}

/**
 * FAT16 with one sector a cluster, labelled VTOYEFI.
 * @param {string} image
 * @param {string} folder for its files
 * @param {string} version
 */
async function writeVtoyEfi(image, folder, version) {
  for (const [path, content] of vtoyEfiFiles(version)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const file = await open(image, 'w');
  await file.truncate(VTOYEFI_BYTES);
  await file.close();
  await run('mkfs.fat', ['-F', '16', '-s', '1', '-n', 'VTOYEFI', '-i', VTOYEFI_SERIAL, image]);
  const roots = new Set([...vtoyEfiFiles(version).keys()].map((path) => path.split('/')[0] ?? ''));
  const paths = [...roots].map((root) => join(folder, root));
  await run('mcopy', ['-s', '-Q', '-i', image, ...paths, '::/']);
}

/**
 * @param {string} folder
 * @param {Variations} variations
 */
async function writeScripts(folder, variations) {
  for (const name of ['README', 'Ventoy2Disk.sh', 'tool/VentoyWorker.sh', 'tool/ventoy_lib.sh']) {
    await cp(join(release, name), join(folder, name));
  }
  await chmod(join(folder, 'Ventoy2Disk.sh'), 0o755);
  await writeFile(join(folder, 'tool/stand-in-variations'), variationScript(variations));
  for (const architecture of ARCHITECTURES) {
    const tools = join(folder, 'tool', architecture);
    await mkdir(tools);
    for (const tool of TOOLS) {
      await cp(join(release, 'tool/arch', tool), join(tools, tool));
      if (tool !== UNPACKER) await pack(join(tools, tool));
    }
  }
}

/** @param {string} folder */
async function writeWindowsPrograms(folder) {
  const names = ['Ventoy2Disk', 'VentoyPlugson'].map((name) => `${name}.exe`);
  const others = ['X64', 'ARM', 'ARM64'].map((name) => `altexe/Ventoy2Disk_${name}.exe`);
  await mkdir(join(folder, 'altexe'));
  for (const name of [...names, ...others]) await writeFile(join(folder, name), NOTICE);
}

/**
 * Writes `path` with `.xz` added.
 * @param {string} path
 * @param {Buffer} content
 */
async function writePacked(path, content) {
  await writeFile(path, content);
  await pack(path);
}

/**
 * Ventoy's own xzcat knows no check but CRC-32.
 * @param {string} path replaced by a file with `.xz` added
 */
async function pack(path) {
  await run('xz', ['--check=crc32', '-1', path]);
}

/**
 * As sha256sum(1) writes them.
 * @param {string[]} paths
 */
async function sumLines(paths) {
  const lines = [];
  for (const path of paths) {
    const sum = createHash('sha256').update(await readFile(path));
    lines.push(`${sum.digest('hex')}  ${path.slice(dirname(path).length + 1)}\n`);
  }
  return lines.join('');
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      folder: { type: 'string' },
      version: { type: 'string' },
      variations: { type: 'string' },
    },
  });
  if (values.folder === undefined) {
    console.error('node make.mjs --folder FOLDER [--version 1.1.17] [--variations JSON]');
    process.exitCode = 2;
  } else {
    /** @type {Variations} */
    const variations = JSON.parse(values.variations ?? '{}');
    const { folder, version } = values;
    const request = { folder, variations, ...(version === undefined ? {} : { version }) };
    console.log(Object.values(await makeStandInVentoy(request)).join('\n'));
  }
}
