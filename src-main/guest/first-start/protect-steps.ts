import type { KeyEscrow, Protect } from '../../../src-shared/protect';
import type { Step } from './step';

/** Steps for a Windows that is encrypted with BitLocker, or is to be. */

export function encryptionSteps(protect: Protect): Step[] {
  return protect.kind === 'first-start' ? [encryptionTaskStep] : [];
}

export function escrowSteps(protect: Protect): Step[] {
  if (protect.kind === 'none' || protect.escrow === 'none') return [];
  return [escrowStep(DIRECTORIES[protect.escrow])];
}

/**
 * Only a person can give the password, so this runs in the session of one, not as SYSTEM. A task of the group
 * Administrators (its SID, since Windows translates the name) runs for each member who signs in, in their session, and
 * needs the highest run level (Microsoft, Principal.RunLevel; New-ScheduledTaskPrincipal, GroupId).
 */
const encryptionTaskStep: Step = {
  id: 'encryption',
  title: 'Have Windows ask administrators for the password that encrypts it',
  moment: 'before',
  comment: [
    'encrypt.ps1 beside this file asks, at each sign-in of an administrator until Windows is encrypted. Then it',
    'removes the task. There is no time limit: it may wait for somebody who is looking for a place for the key.',
  ],
  body: String.raw`
$program = Join-Path $System32 'WindowsPowerShell\v1.0\powershell.exe'
$arguments = '-NoProfile -ExecutionPolicy Bypass -File "{0}"' -f (Join-Path $PSScriptRoot 'encrypt.ps1')
$task = @{
    TaskName = 'Sticksmith encryption'
    Action = New-ScheduledTaskAction -Execute $program -Argument $arguments
    Trigger = New-ScheduledTaskTrigger -AtLogOn
    Principal = New-ScheduledTaskPrincipal -GroupId 'S-1-5-32-544' -RunLevel Highest
    Settings = New-ScheduledTaskSettingsSet -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries -ExecutionTimeLimit ([TimeSpan]::Zero)
}
Register-ScheduledTask @task -Force | Out-Null`,
};

interface Directory {
  title: string;
  /** PowerShell: whether this Windows is joined to it. */
  joined: string;
  waiting: string;
  /** The cmdlet of the module BitLocker that hands it one key. */
  cmdlet: string;
}

/** Microsoft, Backup-BitLockerKeyProtector, BackupToAAD-BitLockerKeyProtector, Win32_ComputerSystem, dsregcmd. */
const DIRECTORIES: Record<Exclude<KeyEscrow, 'none'>, Directory> = {
  'active-directory': {
    title: 'Store the recovery key in Active Directory',
    joined: `(Get-CimInstance -ClassName 'Win32_ComputerSystem').PartOfDomain`,
    waiting: 'this Windows is not in a domain yet',
    cmdlet: 'Backup-BitLockerKeyProtector',
  },
  'entra-id': {
    title: 'Store the recovery key in Entra ID',
    joined: String.raw`@(& (Join-Path $System32 'dsregcmd.exe') '/status') -match '^\s*AzureAdJoined\s*:\s*YES'`,
    waiting: 'this Windows is not joined to Entra ID yet',
    cmdlet: 'BackupToAAD-BitLockerKeyProtector',
  },
};

function escrowStep({ title, joined, waiting, cmdlet }: Directory): Step {
  return {
    id: 'key-escrow',
    title,
    moment: 'after',
    comment: [
      'It waits as long as it takes until Windows is encrypted and joined, and the directory in reach. Cmdlets of a',
      'module do not know our preference about errors, so it is said to each.',
    ],
    body: String.raw`
$volume = Get-BitLockerVolume -MountPoint $env:SystemDrive -ErrorAction Stop
if ([string]$volume.VolumeStatus -eq 'FullyDecrypted') {
    Wait-Step 'Windows is not encrypted yet'
    return
}
if (-not (${joined})) {
    Wait-Step '${waiting}'
    return
}
$keys = @($volume.KeyProtector | Where-Object { [string]$_.KeyProtectorType -eq 'RecoveryPassword' })
if ($keys.Count -eq 0) { throw 'the volume has no recovery key' }
try {
    Invoke-ForEach $keys {
        param($key)
        ${cmdlet} -MountPoint $env:SystemDrive -KeyProtectorId $key.KeyProtectorId -Confirm:$false -ErrorAction Stop
    }
} catch {
    Wait-Step "the directory did not take it: $($_.Exception.Message)"
}`,
  };
}
