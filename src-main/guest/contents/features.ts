import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import type { WindowsContents } from '../../../src-shared/windows-contents';

type Feature = WindowsContents['features'][number];

/** What a manifest of a package offers to be switched on and off. */
export interface SelectableUpdate {
  name: string;
  displayName: string | null;
}

/** What the registry says about a feature. */
export interface FeatureState {
  name: string;
  /** 1 when it is switched on, 0 when not; null when there is no such value. */
  selection: string | number | null;
}

/** Names of features have letters, digits and what stands between them. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._~-]{0,255}$/u;

/**
 * An edition's optional features, each once. Names come from both the manifests and the registry, whether one is
 * switched on from the registry alone.
 *
 * Neither is documented by Microsoft. Manifests (`Windows\servicing\Packages\*.mum`) with
 * `<update name displayName><selectable>` are published as samples of real ones; that
 * `SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Notifications\OptionalFeatures\NAME` has a value
 * `Selection` is what public scripts read on running systems. Whether an image that was never started has it is not
 * known; where it doesn't, nothing is said about the state.
 */
export function optionalFeatures(
  updates: readonly SelectableUpdate[],
  states: readonly FeatureState[],
): Feature[] {
  const features = new Map<string, Feature>();
  const add = (name: string, displayName: string | null): void => {
    if (!NAME.test(name)) return;
    const known = features.get(name.toLowerCase());
    if (!known) features.set(name.toLowerCase(), { name, displayName, enabled: null });
    else known.displayName ??= displayName;
  };
  for (const { name, displayName } of updates) add(name, displayName);
  for (const { name, selection } of states) {
    add(name, null);
    const feature = features.get(name.toLowerCase());
    if (feature && (selection === 0 || selection === 1)) feature.enabled = selection === 1;
  }
  const title = ({ displayName, name }: Feature): string => displayName ?? name;
  return [...features.values()].sort((a, b) => title(a).localeCompare(title(b), 'en'));
}

const ManifestSchema = z.object({
  assembly: z.object({ package: z.array(z.object({ update: z.array(z.unknown()).optional() })) }),
});
const UpdateSchema = z.object({
  '@name': z.string(),
  '@displayName': z.string().optional(),
  /** Its content doesn't matter, only that it is there. */
  selectable: z.unknown(),
});

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseAttributeValue: false,
  ignoreDeclaration: true,
  htmlEntities: true,
  isArray: (_, path) => path === 'assembly.package' || path === 'assembly.package.update',
});

/** The updates in a package's manifest (XML) that can be switched. A manifest that can't be read has none. */
export function selectableUpdates(manifest: string): SelectableUpdate[] {
  // Most of some thousand manifests offer nothing; parsing them would take most of the time.
  if (!manifest.includes('<selectable')) return [];
  const parsed = ManifestSchema.safeParse(parseXml(manifest.replace(/^\uFEFF/, '')));
  const updates = parsed.data?.assembly.package.flatMap(({ update }) => update ?? []) ?? [];
  return updates.flatMap((update) => {
    const known = UpdateSchema.safeParse(update);
    if (!known.success || known.data.selectable === undefined) return [];
    const { '@name': name, '@displayName': displayName } = known.data;
    return [{ name, displayName: readable(displayName) }];
  });
}

function parseXml(xml: string): unknown {
  try {
    return parser.parse(xml);
  } catch {
    return null;
  }
}

/** Null for an empty text, and for one that stands for a text somewhere else. */
function readable(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' || /^[$@]/.test(trimmed) ? null : trimmed;
}
