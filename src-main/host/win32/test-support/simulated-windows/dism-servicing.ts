import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { RegistryType, decodeHive, encodeHive, valueOf, type HiveKey } from '../../../../guest';
import type { Computer } from './computer';
import { failed } from './dism-failure';
import { SimulatedFiles, placeOf, samePlace, withPath } from './files';
import type { ProgramCall } from './program';
import { findKey, removeKey } from './registry-tree';
import { SimulationLimit } from './simulation-limit';

const SOFTWARE = '\\Windows\\System32\\config\\SOFTWARE';
/** Where DISM's lists come from (reported: public scripts for offline images rely on it). */
const APPLICATIONS = [
  ...['Microsoft', 'Windows', 'CurrentVersion', 'Appx', 'AppxAllUserStore', 'Applications'],
];
const FEATURES = [
  ...['Microsoft', 'Windows', 'CurrentVersion', 'Component Based Servicing', 'Notifications'],
  'OptionalFeatures',
];

/** An unpacked Windows, or an image that is mounted for reading. */
interface Image {
  /** Its Windows path. */
  root: string;
  readOnly: boolean;
}

/**
 * Servicing. Of apps and features the entry in the hive is changed by which they are listed; INF files are copied to
 * `\Windows\INF\simulated-…`. What DISM does besides (files of packages, the driver store, components) is not simulated, and a
 * clean-up is recorded only, like every call that changes something.
 */
export async function serviceImage(
  computer: Computer,
  verb: string,
  options: ReadonlyMap<string, string>,
  { args, print, endsAfter }: ProgramCall,
): Promise<void> {
  const image = await openImage(computer, options.get('image') ?? '');
  print('Image Version: 10.0.22621.1\r\n\r\n');
  switch (verb) {
    case 'Get-ProvisionedAppxPackages':
      for (const { name } of (await keyOf(computer, image, APPLICATIONS))?.subkeys ?? []) {
        print(appText(name));
      }
      return;
    case 'Get-Features':
      for (const key of (await keyOf(computer, image, FEATURES))?.subkeys ?? []) {
        print(`Feature Name : ${key.name}\r\nState : ${stateOf(key)}\r\n\r\n`);
      }
      return;
  }
  if (image.readOnly) throw new SimulationLimit('servicing an image that is mounted for reading');
  if (computer.full) throw failed(112);
  endsAfter(1);
  await change(computer, verb, image, options);
  computer.record('Dism.exe', args);
}

async function openImage(computer: Computer, path: string): Promise<Image> {
  const root = path.replace(/\\+$/, '');
  const files = new SimulatedFiles(computer);
  const isMounted = computer.mountedImages.some(({ folder }) => samePlace(folder, root));
  const place = placeOf(computer, `${root}\\`);
  const isImage = isMounted || place?.kind === 'volume';
  if (!isImage || (await files.kindOf(`${root}\\Windows`)) !== 'folder') throw failed(2);
  // Assumed: DISM loads the image’s hives itself, so that nobody else may have them.
  if (place?.kind === 'volume' && computer.hasHiveOn((volume) => volume === place.volume)) {
    throw failed(32);
  }
  if (!computer.servicesImages) throw failed(50);
  return { root, readOnly: isMounted };
}

async function change(
  computer: Computer,
  verb: string,
  image: Image,
  options: ReadonlyMap<string, string>,
): Promise<void> {
  switch (verb) {
    case 'Add-Driver':
      return addDrivers(computer, image, options);
    case 'Remove-ProvisionedAppxPackage':
      return changeSoftware(computer, image, (software) => {
        // Assumed: a package that isn’t there is a file that isn’t found.
        if (!removeKey(software, [...APPLICATIONS, options.get('packagename') ?? ''])) {
          throw failed(2);
        }
      });
    case 'Disable-Feature':
      return changeSoftware(computer, image, (software) => {
        const feature = findKey(software, [...FEATURES, options.get('featurename') ?? '']);
        if (feature === null) throw failed(0x800f080c);
        const data = Buffer.alloc(4);
        feature.values = feature.values.filter(({ name }) => name !== 'Selection');
        feature.values.push({ name: 'Selection', type: RegistryType.dword, data });
      });
  }
}

async function keyOf(
  computer: Computer,
  { root }: Image,
  path: readonly string[],
): Promise<HiveKey | null> {
  const content = await new SimulatedFiles(computer).read(root + SOFTWARE);
  return findKey(decodeHive(content), path);
}

async function changeSoftware(
  computer: Computer,
  { root }: Image,
  work: (software: HiveKey) => void,
): Promise<void> {
  const files = new SimulatedFiles(computer);
  const software = decodeHive(await files.read(root + SOFTWARE));
  work(software);
  await files.write(root + SOFTWARE, encodeHive(software));
}

function appText(fullName: string): string {
  const [name = '', version = '', architecture = '', resource = ''] = fullName.split('_');
  const fields = [
    ['DisplayName', name],
    ['Version', version],
    ['Architecture', architecture],
    ['ResourceId', resource],
    ['PackageName', fullName],
    ['Regions', 'all'],
  ];
  return `${fields.map((field) => field.join(' : ')).join('\r\n')}\r\n\r\n`;
}

function stateOf(feature: HiveKey): string {
  return valueOf(feature, 'Selection')?.data.readUInt32LE(0) === 1 ? 'Enabled' : 'Disabled';
}

async function addDrivers(
  computer: Computer,
  { root }: Image,
  options: ReadonlyMap<string, string>,
): Promise<void> {
  const path = options.get('driver') ?? '';
  const files = new SimulatedFiles(computer);
  if ((await files.kindOf(path)) === null) throw failed(2);
  // Read before anything is put: a volume is lent for one call only.
  const found = await withPath(computer, path, async (local) => {
    const recursive = options.has('recurse');
    const names = await readdir(local, { recursive });
    return names.filter((name) => /\.inf$/i.test(name));
  });
  if (!found || found.length === 0) throw failed(2);
  await files.makeFolder(`${root}\\Windows\\INF`);
  for (const name of found) {
    const content = await files.read(join(path, name).replaceAll('/', '\\'));
    await files.write(`${root}\\Windows\\INF\\simulated-${basename(name)}`, content);
  }
}
