import type { ErrorSource, Statement } from './known-error';

const LEARN = 'https://learn.microsoft.com';
const BUG_CHECKS = `${LEARN}/windows-hardware/drivers/debugger`;
const TROUBLESHOOT = `${LEARN}/troubleshoot/windows-client`;

const sources = {
  triedBootManager: verified(
    'Microsoft’s boot managers of Windows 10 (19041) and 11 (22621), with faults made on purpose, in a virtual computer',
  ),
  triedBitLocker: verified(
    'The BitLocker prompt of the boot managers of Windows 10 (19041) and 11 (22621), in a virtual computer',
  ),
  triedSecureBoot: verified(
    'A UEFI with Microsoft’s keys and Secure Boot on, in a virtual computer',
  ),
  triedFirmware: verified('UEFI and BIOS of a virtual computer, with this program’s sticks'),

  status: documented(
    'Microsoft: NTSTATUS values',
    `${LEARN}/openspecs/windows_protocols/ms-erref/596a1078-e883-4972-9bbc-49e60bebca55`,
  ),
  bootIssues: documented(
    'Microsoft: Windows boot issues troubleshooting',
    `${TROUBLESHOOT}/performance/windows-boot-issues-troubleshooting`,
  ),
  stop7b: documented(
    'Microsoft: Stop error 7B or Inaccessible_Boot_Device troubleshooting',
    `${TROUBLESHOOT}/performance/stop-error-7b-or-inaccessible-boot-device-troubleshooting`,
  ),
  bugCheck7b: documented(
    'Microsoft: Bug check 0x7B',
    `${BUG_CHECKS}/bug-check-0x7b--inaccessible-boot-device`,
  ),
  bugCheckEd: documented(
    'Microsoft: Bug check 0xED',
    `${BUG_CHECKS}/bug-check-0xed--unmountable-boot-volume`,
  ),
  bugCheck24: documented(
    'Microsoft: Bug check 0x24',
    `${BUG_CHECKS}/bug-check-0x24--ntfs-file-system`,
  ),
  bugCheckEf: documented(
    'Microsoft: Bug check 0xEF',
    `${BUG_CHECKS}/bug-check-0xef--critical-process-died`,
  ),
  bugCheck21a: documented(
    'Microsoft: Bug check 0xC000021A',
    `${BUG_CHECKS}/bug-check-0xc000021a--winlogin-fatal-error`,
  ),
  bugCheck221: documented(
    'Microsoft: Bug check 0xC0000221',
    `${BUG_CHECKS}/bug-check-0xc0000221--status-image-checksum-mismatch`,
  ),
  bitLockerRecovery: documented(
    'Microsoft: BitLocker recovery overview',
    `${LEARN}/windows/security/operating-system-security/data-protection/bitlocker/recovery-overview`,
  ),
  bitLockerIssues: documented(
    'Microsoft: BitLocker recovery: known issues',
    `${TROUBLESHOOT}/windows-security/bitlocker-recovery-known-issues`,
  ),
  windowsToGo: documented(
    'Microsoft: Windows To Go, overview and frequently asked questions',
    `${LEARN}/windows/deployment/planning/windows-to-go-overview`,
  ),

  rufusWindows: {
    certainty: 'source',
    title: 'pbatard/rufus src/wue.c',
    url: 'https://github.com/pbatard/rufus/blob/master/src/wue.c',
  },

  rufus365: rufus(365),
  rufus432: rufus(432),
  rufus743: rufus(743),
  rufus2075: rufus(2075),
  rufus2294: rufus(2294),
  rufus2435: rufus(2435),
  rufus2857: rufus(2857),
  ventoy2157: reported('ventoy issue 2157', 'https://github.com/ventoy/Ventoy/issues/2157'),
  ventoy496: reported('ventoy issue 496', 'https://github.com/ventoy/Ventoy/issues/496'),
  clone: reported(
    'Booting Windows 10 from a USB drive, after a clone',
    'https://blog.zorinaq.com/boot-win10-over-usb/',
  ),
  mangledBootSector: reported(
    'Troubleshooting 0xc000000f',
    'http://mikemstech.blogspot.com/2012/01/troubleshooting-0xc000000f-boot-failed.html',
  ),
  invalidEntry: reported(
    'The Boot Configuration Data file doesn’t contain valid information',
    'https://www.kapilarya.com/fix-the-boot-configuration-data-file-doesnt-contain-valid-information-for-an-operating-system-windows-10',
  ),
  ramDisk: reported(
    'Error 0xc0000017, no room for a RAM disk',
    'https://www.borncity.com/blog/2017/10/03/windows-10-update-fehler-0xc0000017-ramdisk/',
  ),
  networkBoot: reported(
    'A required device isn’t connected, when started over the network',
    'https://specopssoft.com/blog/fix-a-required-device-isnt-connected-or-cant-be-accessed/',
  ),
  expiredPreview: reported(
    'A component of the operating system has expired',
    'https://kb.parallels.com/en/122992',
  ),
  expiredClock: reported(
    'Un componente del sistema operativo è scaduto (Italian)',
    'https://www.achab.it/blog/windows-10-un-componente-del-sistema-operativo-e-scaduto/',
  ),
  secureBootMessages: reported(
    'What firmwares show when Secure Boot refuses a loader',
    'https://www.terabyteunlimited.com/kb/kb-articles/boot-failure-secure-boot-error-did-not-authenticate-no-signature',
  ),
  masterBootRecord: reported(
    'Upgrading and Repairing PCs: messages of the master boot record',
    'http://what-when-how.com/Tutorial/topic-1055jk35/Upgrading-and-Repairing-PCs-1081.html',
  ),
  masterBootRecordShort: reported(
    'Messages of the master boot record',
    'https://www.dummies.com/computers/pcs/troubleshoot-master-boot-record-error-messages/',
  ),
  bootManagerMissing: reported(
    'BOOTMGR is missing',
    'https://www.technewstoday.com/fix-bootmgr-is-missing-error/',
  ),
  unexpectedRestart: reported(
    'The computer restarted unexpectedly',
    'https://www.thewindowsclub.com/computer-restarted-unexpectedly-encountered-unexpected-error',
  ),
  unpackedOnLinux: reported('One person who unpacked Windows into a mounted folder on Linux', null),
  virtualUsb: reported('One person who started Windows from a virtual USB drive', null),
} as const satisfies Record<string, ErrorSource>;

type SourceName = keyof typeof sources;

export function said(source: SourceName, text: string): Statement {
  return { text, source: sources[source] };
}

function verified(title: string): ErrorSource {
  return { certainty: 'verified', title, url: null };
}

function documented(title: string, url: string): ErrorSource {
  return { certainty: 'documented', title, url };
}

function reported(title: string, url: string | null): ErrorSource {
  return { certainty: 'reported', title, url };
}

function rufus(issue: number): ErrorSource {
  return reported(
    `rufus issue ${String(issue)}`,
    `https://github.com/pbatard/rufus/issues/${String(issue)}`,
  );
}
