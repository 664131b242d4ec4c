import type { Architecture } from '../../../src-shared/image';
import type { BootArchitecture } from '../architecture';
import { fieldOf, lineOf, parseInf, type Inf } from './inf';
import { installSections, modelArchitectures } from './inf-models';
import { requiredNames, sourceFiles, type SourceFile } from './inf-sources';

/** What the INF file of a driver says about it. */
export interface DriverInf {
  provider: string | null;
  className: string | null;
  /** In lower case and braces. */
  classGuid: string | null;
  /** Of DriverVer: `w.x.y.z`. */
  version: string | null;
  /** Of DriverVer: `YYYY-MM-DD`. */
  date: string | null;
  /** All it has something to install for. */
  architectures: Architecture[];
  /** Catalog for the architecture asked for. */
  catalog: string | null;
  /** Files that the architecture asked for may need, with those it must have. */
  sources: (SourceFile & { required: boolean })[];
}

/** `DriverVer` and catalogs: Microsoft, “INF Version section”. */
const VERSION = 'Version';
const CATALOG_KEYS: Record<BootArchitecture, string[]> = {
  x64: ['CatalogFile.NTamd64', 'CatalogFile.NT', 'CatalogFile'],
  arm64: ['CatalogFile.NTarm64', 'CatalogFile.NT', 'CatalogFile'],
};

/**
 * Reads the INF file of a driver as a Windows of that architecture would. Throws InfError when it is no INF file.
 * An INF that installs nothing has no architectures.
 */
export function readDriverInf(bytes: Buffer, architecture: BootArchitecture): DriverInf {
  const inf = parseInf(bytes);
  const required = requiredNames(inf, installSections(inf, architecture));
  return {
    provider: fieldOf(inf, VERSION, 'Provider') ?? null,
    className: fieldOf(inf, VERSION, 'Class') ?? null,
    classGuid: classGuidOf(inf),
    ...driverVersion(inf),
    architectures: hasSignature(inf) ? modelArchitectures(inf) : [],
    catalog: catalogOf(inf, architecture),
    sources: sourceFiles(inf, architecture).map((source) => ({
      ...source,
      required: required.has(source.name.toLowerCase()),
    })),
  };
}

function hasSignature(inf: Inf): boolean {
  const signature = fieldOf(inf, VERSION, 'Signature')?.toLowerCase();
  return signature === '$windows nt$' || signature === '$chicago$';
}

function classGuidOf(inf: Inf): string | null {
  const guid = fieldOf(inf, VERSION, 'ClassGuid')?.toLowerCase() ?? '';
  return /^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/.test(guid) ? guid : null;
}

function catalogOf(inf: Inf, architecture: BootArchitecture): string | null {
  for (const key of CATALOG_KEYS[architecture]) {
    const name = fieldOf(inf, VERSION, key);
    if (name !== undefined) return name;
  }
  return null;
}

function driverVersion(inf: Inf): { version: string | null; date: string | null } {
  const [dateText = '', versionText = ''] = lineOf(inf, VERSION, 'DriverVer')?.fields ?? [];
  const date = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(dateText);
  const [month, day, year] = date?.slice(1) ?? [];
  const isDate = date !== null && Number(month) >= 1 && Number(month) <= 12 && Number(day) <= 31;
  return {
    version: /^\d+(\.\d+){0,3}$/.test(versionText) ? versionText : null,
    date: isDate
      ? `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
      : null,
  };
}
