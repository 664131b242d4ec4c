/** Versions are printed; anything longer or stranger is no version. */
const PLAUSIBLE = /^[0-9A-Za-z][0-9A-Za-z.+_-]{0,31}$/;

/** The version that Ventoy's menu file (`grub/grub.cfg`) sets; null when it says none. */
export function versionInMenu(text: string): string | null {
  const found = /VENTOY_VERSION="?([^"\r\n]*)/.exec(text)?.[1] ?? '';
  return PLAUSIBLE.test(found) ? found : null;
}
