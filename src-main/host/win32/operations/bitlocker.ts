import { quotePowerShell } from '../../../guest';
import {
  bitLockerPasswordProblem,
  passwordProblemTexts,
  type BitLockerCipher,
} from '../../../../src-shared/protect';
import { stickError } from '../../../../src-shared/errors';
import type { VolumeToProtect, WindowsEncryption } from '../../index';
import { lastLine } from '../../text-lines';
import type { Operation } from '../operation';
import { powerShell } from './powershell';

/**
 * BitLocker by the class that manage-bde and the cmdlets are made of (documented:
 * https://learn.microsoft.com/windows/win32/secprov/win32-encryptablevolume). It takes a volume by its path
 * (`\\?\Volume{…}\`), so that none needs a letter; tells errors by numbers, not in Windows' language; and doesn't prompt.
 * manage-bde asks for a password at the console, and nothing documents that it would read one from elsewhere.
 *
 * It is called through .NET, not by cmdlets: what is given to these is logged where a policy wants that (documented:
 * about_Logging_Windows, module logging), and a recovery password is a text.
 */

/** Of `Encrypt` and `GetEncryptionMethod` (documented: …/getencryptionmethod-win32-encryptablevolume). */
const METHODS: Record<BitLockerCipher, number> = { 'xts-aes-128': 6, 'xts-aes-256': 7 };
/** Of `Encrypt`: what is in use alone (documented). */
const DATA_ONLY = 1;
/** Of `PrepareVolume`: encryption by Windows, not by the drive (documented). */
const BY_SOFTWARE = 1;

/** Of `GetConversionStatus` (documented). */
const Conversion = { decrypted: 0, encrypted: 1, encrypting: 2 } as const;
/** Of `GetConversionStatus`: places behind the point of the percentage that it tells, as a whole number. */
const PRECISION = 4;
const WHOLE = 100 * 10 ** PRECISION;

/** What opens a volume. The recovery password is made by us, so that Windows prints none. */
export type VolumeSecrets = Pick<VolumeToProtect, 'password' | 'recoveryPassword'>;

/**
 * Adds both protectors, none of a TPM, and prints the identifier of the recovery password's: `protector {GUID}`. Nothing is
 * encrypted yet. Both secrets go to standard input as Base64 of UTF-16, one a line: never into the arguments, which every
 * program may read, and never through a code page. That an encoded command finds it in `$input` is reported, not tried.
 * Throws `bitlocker/password` and `bitlocker/recovery-password`.
 */
export function addProtectors(volume: string, secrets: VolumeSecrets): Operation {
  const problem = bitLockerPasswordProblem(secrets.password);
  if (problem !== null) {
    throw stickError('bitlocker/password', { message: passwordProblemTexts[problem] });
  }
  if (!/^\d{6}(-\d{6}){7}$/.test(secrets.recoveryPassword)) {
    throw stickError('bitlocker/recovery-password', {
      message: 'it has not eight groups of six digits',
    });
  }
  const lines = [secrets.recoveryPassword, secrets.password].map(
    (text) => `${Buffer.from(text, 'utf16le').toString('base64')}\r\n`,
  );
  return powerShell({
    title: `Add a password and a recovery key to ${volume}`,
    // That a volume is prepared before its first protector is reported, as is the name for the usual kind of volume.
    body: `
$lines = @($input)
if ($lines.Count -lt 2) { throw 'The password did not arrive' }
${theVolume(volume)}
$values = $volume.GetMethodParameters('PrepareVolume')
$values['DiscoveryVolumeType'] = '<default>'
$values['ForceEncryptionType'] = ${String(BY_SOFTWARE)}
Assert-Done $volume.InvokeMethod('PrepareVolume', $values, $null)
$values = $volume.GetMethodParameters('ProtectKeyWithNumericalPassword')
$values['NumericalPassword'] = [Text.Encoding]::Unicode.GetString([Convert]::FromBase64String($lines[0]))
$made = $volume.InvokeMethod('ProtectKeyWithNumericalPassword', $values, $null)
Assert-Done $made
$values = $volume.GetMethodParameters('ProtectKeyWithPassphrase')
$values['PassPhrase'] = [Text.Encoding]::Unicode.GetString([Convert]::FromBase64String($lines[1]))
Assert-Done $volume.InvokeMethod('ProtectKeyWithPassphrase', $values, $null)
[Console]::Out.WriteLine(('protector {0}' -f $made['VolumeKeyProtectorID']))`,
    stdin: { text: lines.join(''), secret: true },
  });
}

/** The GUID, without braces, in what `addProtectors` printed. Throws `tool/failed` where there is none. */
export function readProtector(stdout: string): string {
  const id = /^protector \{([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}\s*$/im.exec(stdout)?.[1];
  if (id !== undefined) return id.toLowerCase();
  const message = 'Windows doesn’t tell which recovery key it has added';
  throw stickError('tool/failed', { tool: 'powershell.exe', message }, { detail: stdout });
}

/** Takes off what `addProtectors` added, as long as nothing is encrypted; otherwise it does nothing. */
export function removeProtectors(volume: string): Operation {
  return powerShell({
    title: `Take the password and the recovery key off ${volume} again, unless it is encrypted`,
    body: `
${theVolume(volume)}
${theStatus}
if ([int]$status['ConversionStatus'] -eq ${String(Conversion.decrypted)}) {
    Assert-Done $volume.InvokeMethod('DeleteKeyProtectors', $null, $null)
}`,
  });
}

/** Begins to encrypt, which goes on after the program has ended. Its protectors have to be there. */
export function beginEncryption(
  volume: string,
  { cipher, usedSpaceOnly }: WindowsEncryption,
): Operation {
  return powerShell({
    title: `Encrypt ${volume} with ${cipher}${usedSpaceOnly ? ', used space only' : ''}`,
    body: `
${theVolume(volume)}
$values = $volume.GetMethodParameters('Encrypt')
$values['EncryptionMethod'] = ${String(METHODS[cipher])}
$values['EncryptionFlags'] = ${String(usedSpaceOnly ? DATA_ONLY : 0)}
Assert-Done $volume.InvokeMethod('Encrypt', $values, $null)`,
  });
}

/**
 * Waits for the end of encrypting and tells how far it is: `conversion STATUS PERCENTAGE`, a line a second. That the
 * percentage is one of what is to be encrypted, where that is the used space alone, is assumed.
 */
export function followEncryption(volume: string): Operation {
  const operation = powerShell({
    title: `Wait until ${volume} is encrypted`,
    body: `
${theVolume(volume)}
for (;;) {
${theStatus
  .split('\n')
  .map((line) => `    ${line}`)
  .join('\n')}
    [Console]::Out.WriteLine(('conversion {0} {1}' -f $status['ConversionStatus'], $status['EncryptionPercentage']))
    if ([int]$status['ConversionStatus'] -ne ${String(Conversion.encrypting)}) { break }
    [Threading.Thread]::Sleep(1000)
}`,
  });
  return { ...operation, progressOf: (line) => conversionIn(line)?.share ?? null };
}

/** Whether what `followEncryption` printed ends with a volume that is encrypted as a whole. */
export function isEncrypted(stdout: string): boolean {
  return conversionIn(lastLine(stdout) ?? '')?.status === Conversion.encrypted;
}

function conversionIn(line: string): { status: number; share: number } | null {
  const [, status, percentage] = /^conversion (\d) (\d+)\s*$/.exec(line) ?? [];
  if (status === undefined || percentage === undefined) return null;
  return { status: Number(status), share: Math.min(Number(percentage) / WHOLE, 1) };
}

/** Stops encrypting where it is. It goes on when somebody resumes it. */
export function pauseEncryption(volume: string): Operation {
  return powerShell({
    title: `Pause encrypting ${volume}`,
    body: `
${theVolume(volume)}
Assert-Done $volume.InvokeMethod('PauseConversion', $null, $null)`,
  });
}

/** Closes the volume, whatever programs have open in it: its key is in Windows' memory no longer. */
export function lockVolume(volume: string): Operation {
  return powerShell({
    title: `Lock ${volume}`,
    body: `
${theVolume(volume)}
$values = $volume.GetMethodParameters('Lock')
$values['ForceDismount'] = $true
Assert-Done $volume.InvokeMethod('Lock', $values, $null)`,
  });
}

const theStatus = `$values = $volume.GetMethodParameters('GetConversionStatus')
$values['PrecisionFactor'] = ${String(PRECISION)}
$status = $volume.InvokeMethod('GetConversionStatus', $values, $null)
Assert-Done $status`;

/**
 * Statements after which `$volume` is the object of a volume, and `Assert-Done` throws for an answer that tells of a failure
 * with the number of that. The namespace wants encrypted calls (documented: its class' remarks).
 */
function theVolume(volume: string): string {
  return `function Assert-Done($answer) {
    $code = [BitConverter]::ToInt32([BitConverter]::GetBytes([uint32]$answer['ReturnValue']), 0)
    if ($code -ne 0) { throw [Runtime.InteropServices.Marshal]::GetExceptionForHR($code) }
}
$scope = [Management.ManagementScope]'\\\\.\\root\\CIMV2\\Security\\MicrosoftVolumeEncryption'
$scope.Options.Authentication = 'PacketPrivacy'
$query = [Management.ObjectQuery]'SELECT * FROM Win32_EncryptableVolume'
$volume = $null
foreach ($one in [Management.ManagementObjectSearcher]::new($scope, $query).Get()) {
    if ([string]$one['DeviceID'] -eq ${quotePowerShell(volume)}) { $volume = $one }
}
if ($null -eq $volume) { throw 'Windows has no such volume that it could encrypt' }`;
}
