import {
  ventoyExplanations,
  type ExplanationCode,
  type ExplanationText,
} from './ventoy-explanations';

/** From where it is known what a line means. */
export type ExplanationSource =
  /** Read in the source of the program that says it; the file there. */
  | { kind: 'source'; file: string }
  /** Said by its maintainer, or reported by several, in an issue. */
  | { kind: 'issue'; url: string }
  /** Read in the maker's documentation. */
  | { kind: 'documentation'; url: string };

export interface Explanation extends ExplanationText {
  code: ExplanationCode;
  /** The line that it explains, without what colours it. */
  line: string;
  source: ExplanationSource;
}

interface Rule {
  pattern: RegExp;
  code: ExplanationCode;
  source: ExplanationSource;
}

const WORKER = source('ventoy/Ventoy INSTALL/tool/VentoyWorker.sh');
const SCRIPT = source('ventoy/Ventoy INSTALL/Ventoy2Disk.sh');
const LIBRARY = source('ventoy/Ventoy INSTALL/tool/ventoy_lib.sh');
const RESIZE = source('ventoy/Ventoy vtoycli/partresize.c');
const DEVICE_CHECK = source('ventoy/Ventoy grub-core/ventoy/ventoy_cmd.c');
const MENU = source('ventoy/Ventoy INSTALL/grub/grub.cfg');
const LOADER = source('ventoy/Ventoy MdeModulePkg/Application/Ventoy/Ventoy.c');
const WINDOWS_CLI = source('ventoy/Ventoy Ventoy2Disk/ventoy_cli.c');
const COREUTILS = source('coreutils src/dd.c');
const XZ = source('xz src/xz/message.c');

/** What Ventoy finds wrong with its own stick when it starts, and the numbers that it shows then. */
const DEVICE_CHECKS: readonly (readonly [ExplanationCode, ...number[]])[] = [
  ['start/internal', 4097, 1],
  ['start/files', 4098, 2],
  ['start/cpio', 4099, 3],
  ['start/not-fat', 4100, 4],
  ['start/data-start', 5],
  ['start/layout', 6, 7],
  ['start/read', 8, 9, 11],
  ['start/label', 10],
  ['start/boot-code', 12],
];

/** In each line the first one counts. Lines that come with success, too, are not among them. */
const RULES: readonly Rule[] = [
  rule(/please download the released install package/i, 'script/package-incomplete', SCRIPT),
  rule(/please run under the correct directory/i, 'script/package-incomplete', SCRIPT),
  rule(
    /xz(?:cat)?: .*(?:format not recognized|data is corrupt|unexpected end of input)/i,
    'script/package-damaged',
    XZ,
  ),
  rule(/some tools can not run (?:on|in) current system/i, 'script/tools', WORKER),
  rule(/(?:hexdump|mkexfatfs|vtoycli fat) test fail/i, 'script/tools', LIBRARY),
  rule(/parted (?:is not|and fdisk are not) found in the system/i, 'script/no-parted', WORKER),
  rule(
    /(?:log\.txt|diskuuid\.bin|rsvdata\.bin|tool\/\S*): (?:read-only file system|permission denied)/i,
    'script/folder',
    SCRIPT,
  ),
  rule(/^\S+ is NOT a valid device|^Disk \S+ does not exist/i, 'script/no-device', WORKER),
  rule(/is a partition, please use the whole disk/i, 'script/partition-given', WORKER),
  rule(/maybe root privilege is needed|root permission is required/i, 'script/rights', WORKER),
  rule(
    /is already mounted, please umount it first|is used as swap, please swapoff/i,
    'script/in-use',
    WORKER,
  ),
  rule(/^Write data to \S+ failed, please check whether it's in use/i, 'script/in-use', WORKER),
  rule(/tmp_mnt directory exits/i, 'script/left-over-folder', WORKER),
  rule(/already contains a Ventoy with version/i, 'script/has-ventoy', WORKER),
  rule(/does not contain Ventoy or data corr?upted/i, 'script/no-ventoy', WORKER),
  rule(/is invalid for reserved space|^Can't reserve \d+ MB space/i, 'script/reserve', WORKER),
  rule(/^No enough space in disk/i, 'script/too-small', WORKER),
  rule(/is over 2TB size, MBR will not work/i, 'script/mbr-limit', WORKER),
  rule(/does ?n[o']t support 4k native/i, '4kn', WINDOWS_CLI),
  // Its log says “not exist” of every disk that has no Ventoy yet.
  rule(/^\[FAIL\] \S+ does not exist|^\/dev\/\S+ NOT exist/, 'script/no-partitions', LIBRARY),
  rule(/#+ mkexfatfs failed, exit/i, 'script/format', WORKER),
  rule(/^dd: .*: Input\/output error/i, 'script/write', COREUTILS),
  rule(/^Failed to (?:lseek|write) \d+ /, 'script/write', RESIZE),
  rule(/^dd: .*: No space left on device/i, 'script/full', COREUTILS),
  rule(
    /partition tables are all used|Can not find a free (?:MBR|GPT) partition table/i,
    'beside/no-slot',
    RESIZE,
  ),
  rule(
    /\[FAIL\] (?:(?:MBR|GPT) Partition 1 is invalid|Partition 1 is not start at 1MB)/i,
    'beside/first-partition',
    RESIZE,
  ),
  rule(/\[FAIL\] (?:ntfsresize|resize2fs) not found/i, 'beside/no-tool', WORKER),
  rule(/\[FAIL\] (?:ntfsresize|resize2fs) failed/i, 'beside/shrink', WORKER),
  rule(/\[FAIL\] Unsupported filesystem in partition 1/i, 'beside/file-system', WORKER),
  rule(/non-destructive installation on \S+ failed/i, 'beside/table', WORKER),
  rule(/(?:MBR write MBR|GPT write (?:backup|MBR)[\w &]*) failed/i, 'beside/table', RESIZE),

  ...DEVICE_CHECKS.flatMap(([code, ...numbers]) => deviceCheck(code, ...numbers)),
  rule(/NOT a standard Ventoy device and is NOT supported/i, 'start/not-standard', DEVICE_CHECK),
  rule(/can't find command [`'"]?vt_\w+/i, 'start/mixed-versions', DEVICE_CHECK),
  rule(/No ISO or supported IMG files found/i, 'start/no-images', MENU),
  rule(/Syntax error detected in ventoy\.json/i, 'config/syntax', MENU),
  rule(/Encoding type for ventoy\.json is not supported/i, 'config/encoding', MENU),
  rule(/ventoy directory and ventoy\.json MUST be all lowercase/i, 'config/case', MENU),
  rule(/You need to put ventoy\S+ in the 1st partition/i, 'config/partition', MENU),

  rule(
    /No bootfile found for UEFI|Maybe the image does not sup?port \w+ UEFI/i,
    'image/no-uefi',
    LOADER,
  ),
  rule(/This IMG file is only supported in UEFI mode/i, 'image/needs-uefi', MENU),
  rule(/The OS in the vdisk was created in .* mode, but current is/i, 'image/other-firmware', MENU),
  rule(/This IMG file is NOT supported now|^Unsupported vtoy type/i, 'image/unsupported', MENU),
  rule(/Can't alloc memory \d+/i, 'memory/low', issue(2643)),
  rule(/^error: .*out of memory/i, 'memory/low', issue(1515)),
  rule(/image chunk is null|Can't open file \(hd\d+,\d+\)/i, 'image/unreadable', DEVICE_CHECK),
  rule(/chain empty failed/i, 'image/not-started', MENU),
  rule(/Verification failed:?\s*\((?:0x1A|15)\)/i, 'secure-boot/enrol', issue(3723)),
  rule(/SBAT (?:self-check|data) failed/i, 'secure-boot/revoked', issue(2947)),
  rule(
    /start_image\(\) returned Security Policy Violation|Failed to load image.*Security Policy Violation/i,
    'secure-boot/policy',
    {
      kind: 'issue',
      url: 'https://github.com/ventoy/Ventoy/discussions/3767',
    },
  ),

  rule(/Please put the right ventoy_vhdboot\.img file/i, 'vhd/no-plugin', MENU),
  rule(/is NOT ntfs, the VHD\(x\) file may not boot normally/i, 'vhd/not-ntfs', MENU),
  rule(/0xc000000e/i, 'vhd/device-missing', issue(2157)),
  rule(/VHD[_ ]BOOT[_ ]INITIALIZATION[_ ]FAILED/i, 'vhd/initialization', issue(2758)),
  rule(/VHD[_ ]BOOT[_ ]HOST[_ ]VOLUME[_ ]NOT[_ ]ENOUGH[_ ]SPACE/i, 'vhd/space', {
    kind: 'documentation',
    url: 'https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-0x136--vhd-boot-host-volume-not-enough-space',
  }),
  rule(/INACCESSIBLE[_ ]BOOT[_ ]DEVICE/i, 'vhd/inaccessible', issue(496)),

  rule(/\[ERROR\] Invalid parameters/, 'windows/parameters', WINDOWS_CLI),
  rule(/\[ERROR\] Failed to get phydrive/, 'windows/no-drive', WINDOWS_CLI),
  rule(/\[ERROR\] PhyDrive \d+ is NOT USB type/, 'windows/not-usb', WINDOWS_CLI),
  rule(/\[ERROR\] No Ventoy information detected/, 'script/no-ventoy', WINDOWS_CLI),
  rule(/Part Resize PreCheck Failed/, 'windows/no-room', WINDOWS_CLI),
  rule(/Ventoy_CLI_\w+ \[FAILED\]/, 'windows/failed', WINDOWS_CLI),
];

/** Logs are short; what is longer than this in a line isn't one of a log. */
const MAXIMUM_LINE = 2000;
const COLOURS = /\u001b\[[0-9;]*m/g;

/**
 * Explains what Ventoy's programs printed or showed, in the order of the text, each thing once. Empty when nothing of
 * it is known: there are no guesses.
 */
export function explainVentoy(text: string): Explanation[] {
  const found = new Map<ExplanationCode, Explanation>();
  for (const whole of text.split(/[\r\n]+/)) {
    const line = whole.slice(0, MAXIMUM_LINE).replace(COLOURS, '').trim();
    const known = line === '' ? undefined : RULES.find(({ pattern }) => pattern.test(line));
    if (!known || found.has(known.code)) continue;
    const { code, source: from } = known;
    found.set(code, { code, line, source: from, ...ventoyExplanations[code] });
  }
  return [...found.values()];
}

/** From where an explanation is known. */
export function ventoySource(code: ExplanationCode): ExplanationSource {
  const known = RULES.find((each) => each.code === code);
  if (!known) throw new Error(`no line leads to the explanation ${code}`);
  return known.source;
}

/** The numbers that Ventoy shows in brackets with this explanation; none with most. */
export function ventoyNumbers(code: ExplanationCode): readonly number[] {
  const [, ...numbers] = DEVICE_CHECKS.find(([each]) => each === code) ?? [code];
  return numbers;
}

function rule(pattern: RegExp, code: ExplanationCode, from: ExplanationSource): Rule {
  return { pattern, code, source: from };
}

/** Ventoy shows the number in decimal; some versions before 1.0.60 showed it as 0x7. */
function deviceCheck(code: ExplanationCode, ...numbers: number[]): Rule[] {
  const shown = numbers.map((each) => `${String(each)}|0x0*${each.toString(16)}`).join('|');
  const pattern = new RegExp(
    `NOT a standard Ventoy device.*NOT supported\\W*\\((?:${shown})\\)`,
    'i',
  );
  return [rule(pattern, code, DEVICE_CHECK)];
}

function source(file: string): ExplanationSource {
  return { kind: 'source', file };
}

function issue(number: number): ExplanationSource {
  return { kind: 'issue', url: `https://github.com/ventoy/Ventoy/issues/${String(number)}` };
}
