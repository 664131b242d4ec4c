import { answerNoteText } from '../../src-shared/answer-notes';
import { StickError } from '../../src-shared/errors';
import type {
  BitLockerReport,
  FreeSpace,
  Report,
  VentoyReport,
  WindowsReport,
} from '../../src-shared/job';
import { secondsOf, slowestOf, slowestText } from '../../src-shared/timing';
import { formatBytes, SECTOR } from '../../src-shared/units';
import { configNoteText } from '../../src-shared/ventoy-json';
import { checkLines, errorTexts, phaseNames, stickStates, table } from './output';
import { enrolmentLines, imageNoteLines, needLines } from './ventoy-advice';
import { packageHashLine } from './ventoy-lines';

/** A report for people. */
export function reportLines(report: Report): string[] {
  const lines = report.kind === 'ventoy' ? ventoyReportLines(report) : windowsReportLines(report);
  return [...lines, ...endLines(report)];
}

function windowsReportLines(report: WindowsReport): string[] {
  const lines = [
    '',
    `Image    ${report.image.path}`,
    `SHA-256  ${report.image.sha256}${report.image.hashExpected ? ' (as expected)' : ' (compared with nothing)'}`,
    `Edition  ${String(report.edition.index)}: ${report.edition.name}${report.edition.version === null ? '' : ` (${report.edition.version})`}`,
  ];
  const { drivers, answerNotes } = report.windows;
  if (drivers) {
    const { taken, refused, totalBytes } = drivers;
    const left =
      refused.length === 0 ? '' : `; ${String(refused.length)} stay out, as the log says`;
    lines.push(`Drivers  ${String(taken.length)} put in, ${formatBytes(totalBytes)}${left}`);
  }
  for (const note of answerNotes) lines.push(`Note     ${answerNoteText(note)}`);
  for (const stick of report.sticks) {
    lines.push(
      '',
      `Stick    ${stick.target} (${formatBytes(stick.targetBytes)})`,
      ...(stick.computerName === null ? [] : [`Name     ${stick.computerName}`]),
      `Written  ${formatBytes(stick.writtenBytes)}; ${
        stick.verifiedBytes > 0
          ? `read back and compared: ${formatBytes(stick.verifiedBytes)}`
          : 'an image file is not read back'
      }`,
      stick.disk.scheme === 'gpt'
        ? `Table    GPT, disk ${stick.disk.guid}`
        : `Table    MBR for BIOS and UEFI, disk signature ${stick.disk.signature}`,
      ...(stick.bitLocker ? bitLockerLines(stick.bitLocker) : []),
      ...(stick.resumedBytes > 0
        ? [`Resumed  ${formatBytes(stick.resumedBytes)} were in place from an earlier job`]
        : []),
      ...table(
        stick.partitions.map(({ role, startLba, sectors, guid }) => [
          `  ${role}`,
          `sector ${String(startLba)}`,
          formatBytes(sectors * SECTOR),
          guid ?? '',
        ]),
      ),
      '',
      ...checkLines(stick.checks),
    );
  }
  return lines;
}

const freeSpaceTexts: Record<FreeSpace, string> = {
  new: 'there was none',
  discarded: 'discarded by the drive',
  zeroed: 'overwritten with zeros',
  kept: 'left as it was: what lay there can still be read',
  encrypted: 'encrypted with the rest',
};

function bitLockerLines(report: BitLockerReport): string[] {
  const { by, cipher, recoveryKeyId, recoveryKeyFile, freeSpace } = report;
  const who = by === 'windows' ? ' by Windows' : '';
  return [
    `Locked   BitLocker, ${cipher.toUpperCase()}${who}; opened by its password and its recovery key`,
    `Key      ${recoveryKeyFile}`,
    `         identifier ${recoveryKeyId.toUpperCase()}`,
    `Old data ${freeSpaceTexts[freeSpace]}`,
  ];
}

function ventoyReportLines(report: VentoyReport): string[] {
  const { package: release, windows } = report;
  const lines = [
    '',
    release === null ? 'Ventoy   left as it was' : `Ventoy   ${release.version}, ${release.path}`,
    ...(release === null ? [] : [packageHashLine(release)]),
    ...(windows === null ? [] : [`Windows  ${windows.edition.name}, from ${windows.image.path}`]),
  ];
  for (const stick of report.sticks) {
    const { ventoy } = stick;
    lines.push(
      '',
      `Stick    ${stick.target} (${formatBytes(stick.targetBytes)})`,
      `Ventoy   ${ventoy.version ?? 'of unknown version'}, ${ventoy.scheme.toUpperCase()}, Secure Boot support ${ventoy.secureBoot ? 'on' : 'off'}`,
      `Images   ${formatBytes(ventoy.data.sectors * SECTOR)} ${ventoy.data.fileSystem}${ventoy.data.label === null ? '' : `, ${ventoy.data.label}`}`,
      `Written  ${formatBytes(stick.writtenBytes)}; read back and compared: ${formatBytes(stick.verifiedBytes)}`,
      ...stick.removed.map((path) => `  removed  ${path}`),
      ...stick.renamed.map(({ from, to }) => `  renamed  ${from} to ${to}`),
      ...stick.files.map(
        ({ path, sizeBytes, hashExpected }) =>
          `  copied   ${path}, ${formatBytes(sizeBytes)}${hashExpected ? ', with the expected hash' : ''}`,
      ),
      ...stick.persistence.map(
        ({ image, path, bytes, label, grown }) =>
          `  ${grown ? 'grew' : 'made'}     ${path} for ${image}: ${formatBytes(bytes)}, ${label}`,
      ),
      ...stick.keptPersistence.map(
        ({ image, path, bytes }) =>
          `  stays    ${path}, ${formatBytes(bytes)}: what ${image} kept; “ventoy remove” deletes it`,
      ),
      ...(stick.windows === null
        ? []
        : [`  Windows  ${stick.windows.path}, ${formatBytes(stick.windows.bytes)}`]),
      ...stick.configNotes.map((note) => `Note     ${configNoteText(note)}`),
      ...needLines(stick.needs),
      ...imageNoteLines(stick.files),
      '',
      ...checkLines(stick.checks),
    );
  }
  return [...lines, ...enrolmentLines(report)];
}

/** What every report ends with: the targets that failed, and how long each phase took. */
function endLines(report: Report): string[] {
  const lines: string[] = [];
  for (const { target, error } of report.failed) {
    const { what, next } = errorTexts(new StickError(error));
    lines.push('', `FAILED   ${target}`, what, stickStates[error.stick], next, `[${error.code}]`);
  }
  if (report.failed.length > 0) {
    const all = report.sticks.length + report.failed.length;
    lines.push('', `${String(report.sticks.length)} of ${String(all)} sticks are finished.`);
  }
  lines.push(
    '',
    ...table(
      report.timings.map((timing) => [
        timing.target === null || report.sticks.length + report.failed.length === 1
          ? phaseNames[timing.phase]
          : `${phaseNames[timing.phase]} (${timing.target})`,
        `${secondsOf(timing).toFixed(1)} s`,
        timing.bytes > 0 ? formatBytes(timing.bytes) : '',
      ]),
    ),
  );
  return [...lines, ...slowLines(report)];
}

/** Where the time of each finished stick went. */
function slowLines({ sticks, timings }: Report): string[] {
  return sticks.flatMap(({ target }) => {
    const slowest = slowestOf(timings, target);
    if (!slowest) return [];
    const named = sticks.length > 1 ? `${target}: ` : '';
    return ['', `${named}${slowestText(slowest)}`];
  });
}
