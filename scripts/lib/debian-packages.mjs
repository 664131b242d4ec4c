import { existsSync } from 'node:fs';
import { SetupError, mustRun, run, say } from './run.mjs';

/** To compile drivelist, to show the wizard, and to make sticks and practice ISOs. */
export const packagesToStart = [
  ...['g++', 'make', 'python3'],
  ...['libnss3', 'libgbm1', 'libgtk-3-0', 'libasound2', 'libxshmfence1', 'libdrm2'],
  ...['libatk-bridge2.0-0', 'fonts-dejavu-core'],
  ...['libwim15', 'wimtools', 'ntfs-3g', 'dosfstools', 'mtools', 'fdisk'],
  ...['libhivex0', 'libhivex-bin', 'util-linux', 'mount', 'e2fsprogs', 'exfat-fuse'],
  ...['parted', 'xz-utils', 'bsdextrautils'],
  ...['genisoimage', 'grub-common', 'grub-efi-amd64-bin', 'grub-pc-bin'],
];

/** Tools that the tests hold our work against, QEMU to boot sticks, and a display for Electron. */
export const packagesToTest = [
  ...packagesToStart,
  ...['gdisk', 'xorriso', '7zip', 'libregf-utils', 'qemu-system-x86', 'qemu-utils', 'ovmf'],
  ...['exfatprogs', 'libvhdi-utils', 'libxml2-utils', 'udftools', 'fonts-noto-cjk', 'procps'],
  ...['xauth', 'xvfb'],
  // To hold the boot code against its source.
  'nasm',
  ...['openssl', 'osslsigncode', 'cryptsetup-bin', 'dislocker', 'libbde-utils'],
  // Shells that are asked what they complete, and a reader of man pages.
  ...['zsh', 'fish', 'mandoc', 'man-db'],
  // Windows’ side of the program runs under Wine.
  ...['wine', 'wine64'],
];

/** @param {string[]} wanted */
export async function ensureDebianPackages(wanted) {
  if (!existsSync('/usr/bin/dpkg-query')) {
    say('This is no Debian: install what “npm run -s sticksmith -- doctor” names by hand.');
    return;
  }
  const missing = await missingPackages(wanted);
  if (missing.length === 0) return;
  say(`Installing Debian packages: ${missing.join(' ')} …`);
  const root = await asRoot(missing);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = [...root, 'apt-get', '-q', '-o', 'DPkg::Lock::Timeout=300'];
  const runApt = (/** @type {string[]} */ args) => {
    const [command = '', ...rest] = [...apt, ...args];
    return mustRun(command, rest, { env, output: 'stderr' });
  };
  await runApt(['update']);
  await runApt(['install', '-y', '--no-install-recommends', ...(await installableNames(missing))]);
  const still = await missingPackages(wanted);
  if (still.length > 0)
    throw new SetupError(`These Debian packages are still missing: ${still.join(' ')}`);
}

/**
 * Debian 13 and Ubuntu 24.04 gave many libraries a name that ends in t64.
 * @param {string} name
 */
const namesOf = (name) => [name, `${name}t64`];

/** @param {string[]} wanted */
async function missingPackages(wanted) {
  const { output } = await run(
    'dpkg-query',
    ['-W', '-f', '${Package} ${db:Status-Status}\n', ...wanted.flatMap(namesOf)],
    { output: 'collect', env: { ...process.env, LC_ALL: 'C' } },
  );
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return wanted.filter((name) => !namesOf(name).some((one) => installed.has(one)));
}

/**
 * @param {string[]} missing
 * @returns {Promise<string[]>} for each package the name that this Debian knows it by
 */
async function installableNames(missing) {
  const policy = await mustRun('apt-cache', ['policy', ...missing.flatMap(namesOf)], {
    output: 'collect',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const known = new Set(
    [...policy.matchAll(/^(\S+):\n {2}Installed: .*\n {2}Candidate: (?!\(none\))/gm)].map(
      (match) => match[1],
    ),
  );
  return missing.map((name) => namesOf(name).find((one) => known.has(one)) ?? name);
}

/**
 * @param {string[]} missing
 * @returns {Promise<string[]>} what to put before a command that needs root
 */
async function asRoot(missing) {
  if (process.getuid?.() === 0) return [];
  const sudo = ['sudo', ...(process.stdin.isTTY ? [] : ['-n'])];
  if (!(await mayUse(sudo))) {
    throw new SetupError(
      'Debian packages are missing, and neither root nor sudo is here to install them. As root, run:\n' +
        `  apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`,
    );
  }
  return [...sudo, '--preserve-env=DEBIAN_FRONTEND'];
}

/** @param {string[]} sudo asks for a password on the terminal, if there is one */
async function mayUse([command = '', ...options]) {
  if (!existsSync('/usr/bin/sudo')) return false;
  return (await run(command, [...options, 'true'], { output: 'stderr' })).code === 0;
}
