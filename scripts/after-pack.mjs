import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './lib/paths.mjs';

/** What comes along as files of its own, and where its licence is. All other packages are bundled, and named by the bundler. */
const unbundled = {
  koffi: 'LICENSE.txt',
  drivelist: 'LICENSE',
  bindings: 'LICENSE.md',
  'file-uri-to-path': 'LICENSE',
};

/**
 * Puts the licences of npm packages beside the program, and fits it to the stand-in runtime; electron-builder flips the fuses after this.
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function afterPack({ appOutDir, packager }) {
  // What the stand-in brings to run an application folder. A package has its own, in resources/app.asar.
  await rm(join(appOutDir, 'resources/app'), { recursive: true, force: true });
  // electron-builder takes it for another kind of “es”.
  await rm(join(appOutDir, 'locales/es-419.pak'), { force: true });
  await writeFile(join(appOutDir, 'LICENSES.packages.md'), await packageLicenses());

  // Before Electron 29 there was no fuse for what file:// pages may do, and flipping it fails.
  const { electronVersion, electronFuses } = packager.config;
  if (electronFuses && Number.parseInt(electronVersion ?? '', 10) < 29) {
    Reflect.deleteProperty(electronFuses, 'grantFileProtocolExtraPrivileges');
  }
}

async function packageLicenses() {
  const [main = '', renderer = ''] = await Promise.all(
    ['main', 'renderer'].map((part) =>
      readFile(join(projectRoot, 'dist', part, 'licenses.md'), 'utf8'),
    ),
  );
  const besides = await Promise.all(
    Object.entries(unbundled).map(async ([name, file]) => {
      const folder = join(projectRoot, 'node_modules', name);
      /** @type {{ version: string, license: string }} */
      const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
      return `## ${name} - ${version} (${license})\n\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`;
    }),
  );
  const sections = new Set([...sectionsOf(main), ...sectionsOf(renderer), ...besides]);
  return `# Licences of the packages in this program\n\n${[...sections].sort().join('\n')}`;
}

/**
 * The bundler's list without its heading: one section for each package, by its name.
 * @param {string} text
 */
function sectionsOf(text) {
  return text
    .split(/^(?=## )/m)
    .slice(1)
    .map((section) => `${section.trim()}\n`);
}
