import type { Architecture } from '../../../src-shared/image';
import type { BootArchitecture } from '../architecture';
import type { Inf } from './inf';

/*
 * What an INF file installs, and for which architectures: Microsoft, “INF Manufacturer section”, “INF Models
 * section”, “INF DDInstall section”, and for drivers without a device “INF DefaultInstall section”.
 */

/** Decorations such as `NTamd64.10.0...22000`: their first part, in lower case. */
const ARCHITECTURE_OF: Record<string, Architecture> = {
  ntx86: 'x86',
  ntamd64: 'x64',
  ntarm: 'arm',
  ntarm64: 'arm64',
  ntia64: 'unknown',
  // Without an architecture it is for x86 alone: the others demand one, since Windows Server 2003 SP1.
  nt: 'x86',
};

const DECORATION_OF: Record<BootArchitecture, string> = { x64: 'ntamd64', arm64: 'ntarm64' };

interface Models {
  section: string;
  architecture: Architecture;
}

/** Architectures for which the INF has something to install, each once. */
export function modelArchitectures(inf: Inf): Architecture[] {
  const models = modelSections(inf).map(({ architecture }) => architecture);
  const defaults = defaultInstalls(inf).map(({ architecture }) => architecture);
  return [...new Set([...models, ...defaults])].sort();
}

/** All sections that an installation on that architecture may go through. */
export function installSections(inf: Inf, architecture: BootArchitecture): string[] {
  const models = modelSections(inf).filter((one) => one.architecture === architecture);
  // Thousands of makers may share one section.
  const sections = new Set(models.map(({ section }) => section.toLowerCase()));
  const names = [...sections].flatMap((section) =>
    inf.section(section).map(({ fields }) => fields[0]?.toLowerCase() ?? ''),
  );
  const roots = new Set([...names, 'defaultinstall', 'classinstall32'].filter((one) => one !== ''));
  return inf.sectionNames.filter((section) => {
    const parts = section.toLowerCase().split('.');
    // The name itself may have full stops; what stands behind it are decorations and parts like `CoInstallers`.
    const end = parts.findIndex((_, at) => roots.has(parts.slice(0, at + 1).join('.')));
    return end >= 0 && parts.slice(end + 1).every((part) => suits(part, architecture));
  });
}

function suits(part: string, architecture: BootArchitecture): boolean {
  const isForeign =
    part in ARCHITECTURE_OF && part !== 'nt' && part !== DECORATION_OF[architecture];
  return !isForeign;
}

/** The models sections that name at least one model: an empty one says that nothing is installed there. */
function modelSections(inf: Inf): Models[] {
  return inf.section('Manufacturer').flatMap(({ key, fields }) => {
    const [name = '', ...decorations] = key === null ? [fields[0] ?? ''] : fields;
    const all = [
      { section: name, architecture: 'x86' as const },
      ...decorations.map((decoration) => ({
        section: `${name}.${decoration}`,
        architecture: architectureOf(decoration),
      })),
    ];
    return all.filter(({ section }) => inf.section(section).length > 0);
  });
}

function defaultInstalls(inf: Inf): Models[] {
  return inf.sectionNames.flatMap((section) => {
    const match = /^defaultinstall(?:\.(nt[a-z0-9]*))?(?:\.[0-9.]*)?$/i.exec(section);
    if (!match || inf.section(section).length === 0) return [];
    return [{ section, architecture: architectureOf(match[1] ?? 'nt') }];
  });
}

function architectureOf(decoration: string): Architecture {
  const first = decoration.split('.')[0]?.toLowerCase() ?? '';
  return ARCHITECTURE_OF[first] ?? 'unknown';
}
