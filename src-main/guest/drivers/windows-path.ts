/**
 * Paths of programs that know no longer ones end at 260 UTF-16 units with drive and closing zero (Microsoft,
 * “Maximum Path Length Limitation”). So much is left of them below the folder that all packages go to.
 */
export const MOST_PACKAGE_PATH = 200;

/** Microsoft, “Naming Files, Paths, and Namespaces”. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Surrogate}\ufffd]/u;

/** Whether Windows can have a file of that path, with `/`, below a folder. */
export function isWindowsPath(path: string): boolean {
  return path.length <= MOST_PACKAGE_PATH && path.split('/').every(isWindowsName);
}

function isWindowsName(name: string): boolean {
  return (
    name !== '' &&
    name.length <= 255 &&
    !FORBIDDEN.test(name) &&
    !/[. ]$/.test(name) &&
    !RESERVED.test(name)
  );
}
