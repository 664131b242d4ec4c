import type { Recipe } from '../../src-shared/plan';
import { formatBytes } from '../../src-shared/units';
import type { VentoyInstall, VentoyRecipe } from '../../src-shared/ventoy-recipe';
import type { WindowsChoices } from '../../src-shared/windows-choices';
import type { WindowsRecipe } from '../../src-shared/windows-recipe';

/** What a recipe makes, in a few lines for people. */
export function recipeLines(recipe: Recipe): string[] {
  const { name, description } = recipe;
  return [
    ...(name === undefined ? [] : [`Name     ${name}`]),
    ...(description === undefined ? [] : [`For      ${description}`]),
    ...(recipe.kind === 'ventoy' ? ventoyLines(recipe) : windowsLines(recipe)),
  ];
}

function windowsLines({ image, edition, layout, space, windows }: WindowsRecipe): string[] {
  const windowsSize =
    space.windowsBytes === null ? 'all that is left' : formatBytes(space.windowsBytes);
  return [
    imageLine(image, edition),
    `Layout   ${layout.scheme.toUpperCase()}${layout.container === 'vhdx' ? ', Windows in a virtual disk' : ''}`,
    `Space    Windows ${windowsSize}${sharedText(space)}`,
    ...choicesLines(windows),
  ];
}

function ventoyLines(recipe: VentoyRecipe): string[] {
  const { install, remove, rename, files, checksums, persistence, windows, config } = recipe;
  const settings = Object.keys(config);
  return [
    `Ventoy   ${installText(install)}`,
    ...remove.map((name) => `Removed  ${name}`),
    ...rename.map(({ from, to }) => `Renamed  ${from} to ${to}`),
    ...files.map(
      ({ source, name, sha256 }) =>
        `Copied   ${source} as ${name}${sha256 === null ? ', without a hash' : ''}`,
    ),
    ...(checksums ? ['Hashes   in a .sha256 file beside each copied file'] : []),
    ...persistence.map(({ image, bytes }) => `Kept     ${formatBytes(bytes)} for ${image}`),
    ...(settings.length > 0 ? [`Menu     ${settings.join(', ')}`] : []),
    ...(windows
      ? [
          `Windows  ${windows.name}, ${windows.bytes === null ? 'all that is left' : formatBytes(windows.bytes)}`,
          imageLine(windows.image, windows.edition),
          ...choicesLines(windows.windows),
        ]
      : []),
  ];
}

const wayTexts: Record<VentoyInstall['way'], string> = {
  erase: 'erases the drive',
  beside: 'is put beside the files of the first partition',
  update: 'is updated',
  none: 'stays as it is',
};

function installText(install: VentoyInstall): string {
  const way = wayTexts[install.way];
  if (install.way === 'none') return way;
  const secureBoot = install.secureBoot === null ? 'as it is' : install.secureBoot ? 'on' : 'off';
  return [
    way,
    install.package.path,
    ...(install.way === 'erase'
      ? [
          install.scheme.toUpperCase(),
          `${install.fileSystem} called ${install.label}`,
          ...(install.reserveBytes > 0 ? [`${formatBytes(install.reserveBytes)} left free`] : []),
        ]
      : []),
    `Secure Boot support ${secureBoot}`,
  ].join(', ');
}

function imageLine(image: WindowsRecipe['image'], edition: WindowsRecipe['edition']): string {
  return `Image    ${image.path}, edition ${String(edition.index)}${image.sha256 === null ? ', without a hash' : ''}`;
}

function choicesLines({ answers, lean, roaming }: WindowsChoices): string[] {
  return [
    `Account  ${answers.account?.name ?? 'Windows asks'}`,
    `Computer ${answers.computerName?.pattern ?? 'Windows makes a name up'}`,
    `Lean     ${lean.preset}`,
    `Wi-Fi    ${roaming.wifi.length === 0 ? 'none' : roaming.wifi.map((choice) => (choice.kind === 'file' ? choice.path : choice.ssid)).join(', ')}`,
  ];
}

function sharedText({ sharedBytes, sharedLabel }: WindowsRecipe['space']): string {
  if (sharedBytes === 0) return '';
  const amount = sharedBytes === 'rest' ? 'the rest' : formatBytes(sharedBytes);
  return `, shared as ${sharedLabel} ${amount}`;
}
