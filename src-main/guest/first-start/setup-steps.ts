import type { WindowsChoices } from '../../../src-shared/windows-choices';
import { quote } from './quote';
import type { Step } from './step';

/** Steps for what Windows needs to know about computer, network and accounts. */

/** Exit codes: Microsoft, PnPUtil return values (259: nothing newer; 3010: after a restart). */
export const driversStep: Step = {
  id: 'drivers',
  title: 'Install the drivers that came with the stick',
  moment: 'before',
  comment: ['Windows takes them into its own store, so that they serve any computer from then on.'],
  body: String.raw`
$drivers = Join-Path $PSScriptRoot 'Drivers\*.inf'
Invoke-Program 'pnputil.exe' @('/add-driver', $drivers, '/subdirs', '/install') @(0, 259, 3010)`,
};

/** Microsoft, netsh wlan: `add profile`. */
export const wifiStep: Step = {
  id: 'wifi',
  title: 'Add the Wi-Fi networks',
  moment: 'before',
  comment: [
    'The files hold keys. Each is wiped as soon as Windows has its network, and all of them when there is',
    'no service that could take them, or no try is left. A computer without Wi-Fi leaves them for the next one.',
  ],
  body: String.raw`
$folder = Join-Path $PSScriptRoot 'Wi-Fi'
$service = Get-Service -Name 'WlanSvc' -ErrorAction SilentlyContinue
$wipeAll = $LastTry -or ($null -eq $service)
try {
    if ($null -eq $service) { throw 'this Windows has no WLAN service' }
    if ($service.Status -ne 'Running') { Start-Service -Name 'WlanSvc' }
    Invoke-ForEach @(Get-ChildItem -LiteralPath $folder -Filter '*.xml' -File) {
        param($file)
        Invoke-Program 'netsh.exe' @('wlan', 'add', 'profile', "filename=$($file.FullName)", 'user=all') @(0)
        Remove-Secret $file.FullName
    }
} finally {
    if ($wipeAll -and (Test-Path -LiteralPath $folder)) {
        Invoke-ForEach @(Get-ChildItem -LiteralPath $folder -File) {
            param($file)
            Remove-Secret $file.FullName
        }
    }
}`,
};

/**
 * Windows signs the first account in by itself at the end of set-up; a password that has expired would stand in its
 * way there. Set afterwards, it is asked for at the next sign-in.
 */
export function passwordStep(name: string): Step {
  return {
    id: 'password',
    title: 'Have the account ask for a new password',
    moment: 'after',
    comment: [
      'At the end of set-up Windows signs the account in by itself, so the password is asked for the next time.',
      'Windows would have a password chosen like this expire after 42 days.',
    ],
    body: String.raw`
$name = ${quote(name)}
Set-LocalUser -Name $name -PasswordNeverExpires $false
Invoke-Program 'net.exe' @('user', $name, '/logonpasswordchg:yes') @(0)
Invoke-Program 'net.exe' @('accounts', '/maxpwage:unlimited') @(0)`,
  };
}

/**
 * Windows keeps a copy of the answer file and takes only the passwords out (Microsoft, Methods for running Windows
 * Setup). Nothing reads it any more once set-up is over: first-sign-in commands are in the registry by then.
 */
export const answerFileStep: Step = {
  id: 'answer-file',
  title: 'Wipe the answer file',
  moment: 'after',
  comment: [
    'It may hold a product key or what joins a domain. Set-up is over and needs it no more.',
  ],
  body: String.raw`
Remove-Secret (Join-Path $env:SystemRoot 'Panther\unattend.xml')
Remove-Secret (Join-Path $env:SystemRoot 'System32\Sysprep\unattend.xml')`,
};

export function portableSteps({
  hibernation,
  deviceEncryption,
}: WindowsChoices['portable']): Step[] {
  return [...(hibernation ? [] : [hibernationStep]), ...(deviceEncryption ? [] : [encryptionStep])];
}

const hibernationStep: Step = {
  id: 'hibernation',
  title: 'Switch hibernation off',
  moment: 'before',
  comment: [
    'It is off in the registry already; this removes the file that set-up may have made for it.',
  ],
  body: String.raw`
Invoke-Program 'powercfg.exe' @('/hibernate', 'off') @(0)`,
};

const encryptionStep: Step = {
  id: 'device-encryption',
  title: 'Keep Windows from encrypting the stick by itself',
  moment: 'before',
  comment: [
    'Its key would be bound to this computer. Set once more, in case set-up has changed it.',
    'Encryption that somebody switches on is not touched.',
  ],
  body: String.raw`
Set-Number 'HKLM:\SYSTEM\CurrentControlSet\Control\BitLocker' 'PreventDeviceEncryption' 1`,
};
