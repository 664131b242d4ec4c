import type { DriverPackage, RefusedDriver } from '../../../src-shared/drivers';
import type { BootArchitecture } from '../architecture';
import { isBootCritical } from './boot-critical';
import { readDriverInf, type DriverInf } from './driver-inf';
import { InfError } from './inf-error';
import { nameOf, type Listing } from './listing';
import { packageFiles, type PackageFile } from './package-files';

/** An INF file of the folder. */
export interface FoundInf {
  /** Path from the folder, with `/`. */
  path: string;
  content: Buffer;
}

export interface TakenDriver {
  about: DriverPackage;
  files: PackageFile[];
}

export interface JudgedDrivers {
  taken: TakenDriver[];
  refused: RefusedDriver[];
}

interface Candidate extends TakenDriver {
  content: Buffer;
}

/**
 * Decides which drivers of a folder go onto a stick: those that a Windows of that architecture would accept, each
 * once and in its newest version. Everything else is refused with the reason.
 */
export function judgeDrivers(
  infs: readonly FoundInf[],
  listing: Listing,
  architecture: BootArchitecture,
): JudgedDrivers {
  const refused: RefusedDriver[] = [];
  const candidates: Candidate[] = [];
  for (const found of infs) {
    const judged = judgeOne(found, listing, architecture);
    if ('reason' in judged) refused.push(judged);
    else candidates.push(judged);
  }
  const chosen = chooseNewest(withoutCopies(candidates, refused), refused);
  return {
    taken: chosen.map(({ about, files }) => ({ about, files })),
    refused: refused.sort((a, b) => order(a.inf, b.inf)),
  };
}

function judgeOne(
  { path, content }: FoundInf,
  listing: Listing,
  architecture: BootArchitecture,
): Candidate | RefusedDriver {
  const refuse = (reason: RefusedDriver['reason'], detail = ''): RefusedDriver => ({
    inf: path,
    reason,
    detail,
  });
  if (nameOf(path).toLowerCase() === 'autorun.inf') return refuse('not-a-driver');
  let inf: DriverInf;
  try {
    inf = readDriverInf(content, architecture);
  } catch (error) {
    if (error instanceof InfError) return refuse('damaged', error.message);
    throw error;
  }
  const hasClass = inf.className !== null || inf.classGuid !== null;
  if (!hasClass || inf.architectures.length === 0) return refuse('not-a-driver');
  if (!inf.architectures.includes(architecture)) {
    return refuse('wrong-architecture', inf.architectures.join(', '));
  }
  const files = packageFiles(path, inf, listing);
  if (files.is === 'refused') return refuse(files.reason, files.detail);
  return { about: about(path, inf, files), files: files.files, content };
}

function about(
  path: string,
  inf: DriverInf,
  { files, catalog }: { files: readonly PackageFile[]; catalog: string },
): DriverPackage {
  const { provider, className, classGuid, version, date, architectures } = inf;
  return {
    inf: path,
    ...{ provider, className, classGuid, version, date, architectures },
    catalog,
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    bootCritical: isBootCritical(className, classGuid),
  };
}

/** The first of those with the same INF, byte for byte. */
function withoutCopies(candidates: readonly Candidate[], refused: RefusedDriver[]): Candidate[] {
  const first = new Map<string, Candidate>();
  return candidates.filter((candidate) => {
    const content = candidate.content.toString('latin1');
    const same = first.get(content);
    if (!same) {
      first.set(content, candidate);
      return true;
    }
    refused.push({ inf: candidate.about.inf, reason: 'duplicate', detail: same.about.inf });
    return false;
  });
}

/**
 * The newest of those with the same name and provider. Where Windows couldn't tell either, because date and version
 * are the same, all of them.
 */
function chooseNewest(candidates: readonly Candidate[], refused: RefusedDriver[]): Candidate[] {
  const newest = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const key = sameDriver(candidate);
    const known = newest.get(key);
    if (!known || compareAge(candidate.about, known.about) > 0) newest.set(key, candidate);
  }
  return candidates.filter((candidate) => {
    const best = newest.get(sameDriver(candidate)) ?? candidate;
    if (compareAge(candidate.about, best.about) >= 0) return true;
    refused.push({ inf: candidate.about.inf, reason: 'older', detail: best.about.inf });
    return false;
  });
}

function sameDriver({ about: { inf, provider } }: Candidate): string {
  return `${nameOf(inf)}\n${provider ?? ''}`.toLowerCase();
}

/** By date, then by version, as Windows ranks them (Microsoft, “How Windows ranks driver packages”). */
function compareAge(a: DriverPackage, b: DriverPackage): number {
  return order(a.date ?? '', b.date ?? '') || compareVersions(a.version ?? '', b.version ?? '');
}

function compareVersions(a: string, b: string): number {
  const numbersOfB = b.split('.').map(Number);
  const numbersOfA = a.split('.').map(Number);
  for (let at = 0; at < Math.max(numbersOfA.length, numbersOfB.length); at += 1) {
    const difference = (numbersOfA[at] ?? 0) - (numbersOfB[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
