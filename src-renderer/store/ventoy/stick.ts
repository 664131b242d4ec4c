import type { StickContents } from '../../../src-shared/ipc';
import { compareVentoyVersions } from '../../../src-shared/ventoy-package';
import type { VentoyAnswers } from './answers';
import { withPresentRemoved } from './images';

/** Without what was read of a drive, and what was answered about it. */
export function withoutStick(ventoy: VentoyAnswers): VentoyAnswers {
  const { stick } = ventoy;
  if (stick === null) return ventoy;
  const paths = stick.contents.found === 'ventoy' ? stick.contents.files : [];
  const cleared = paths.reduce((next, { path }) => withPresentRemoved(next, path, true), ventoy);
  return { ...cleared, stick: null, removed: [], renamed: {}, way: 'erase' };
}

/** With what was found on the drive. Ventoy there is kept, and renewed where the package is newer. */
export function withStick(
  before: VentoyAnswers,
  key: string,
  contents: StickContents,
): VentoyAnswers {
  const ventoy = { ...withoutStick(before), stick: { key, contents } };
  if (contents.found === 'other') return ventoy;
  return {
    ...ventoy,
    way: usualWay(ventoy, contents.layout.version),
    ...(contents.layout.state === 'whole' && {
      secureBoot: contents.layout.secureBoot,
      scheme: contents.layout.scheme,
    }),
  };
}

/** What can become of what is on the drive, the least surprising first. */
export function waysOf({ stick }: Pick<VentoyAnswers, 'stick'>): VentoyAnswers['way'][] {
  if (stick === null) return ['erase'];
  const { contents } = stick;
  if (contents.found === 'other') return contents.besidePossible ? ['erase', 'beside'] : ['erase'];
  const { layout } = contents;
  if (layout.state === 'whole') return ['update', 'none', 'erase'];
  return layout.updateRepairs ? ['update', 'erase'] : ['erase'];
}

/** Renewing where there is something newer or something to mend, else leaving Ventoy as it is. */
export function usualWay(
  ventoy: Pick<VentoyAnswers, 'package' | 'stick'>,
  version: string | null,
): VentoyAnswers['way'] {
  const ways = waysOf(ventoy);
  if (!ways.includes('none')) return ways[0] ?? 'erase';
  const archive = ventoy.package;
  if (archive === null || version === null) return 'none';
  return compareVentoyVersions(archive.version, version) > 0 ? 'update' : 'none';
}
