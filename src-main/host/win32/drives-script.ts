import { lastLine } from '../text-lines';
import { makeOperation } from './operations/make-operation';

/**
 * Prints what Windows knows of its drives as one JSON object, for `DriveReportSchema`. PowerShell 5.1, as it comes with
 * Windows 10 1809 to 11. It changes nothing, and nothing is put into its text.
 *
 * - The classes are those that Get-Disk, Get-Partition and Get-Volume show; asked directly, they load no module.
 *   (documented: https://learn.microsoft.com/windows-hardware/drivers/storage/msft-disk, …/msft-partition, …/msft-volume)
 * - Values come from `CimInstanceProperties`: the plain properties of these classes are replaced by words for display.
 * - Numbers are printed as text: a size may be larger than JSON's readers can hold.
 * - All that isn't ASCII is printed as `\uXXXX`, so that the console's code page doesn't matter.
 * - A query that fails (BitLocker's wants an administrator) leaves null, and what it said in `failures`. That the
 *   others don't want one is assumed.
 * - It makes no objects of its own and calls nothing of .NET but text's own methods, so that it also runs where a company
 *   keeps PowerShell to its constrained language (assumed).
 */
export const LIST_DRIVES_SCRIPT = String.raw`$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$report = [ordered]@{}
$failures = @{}

function Add-Part {
  param([string]$Name, [scriptblock]$Query)
  $report[$Name] = $null
  try {
    $report[$Name] = @(& $Query)
  } catch {
    $failures[$Name] = [string]$_.Exception.Message
  }
}

function Copy-Raw {
  param($Instance, [string[]]$Names)
  $copy = [ordered]@{}
  foreach ($name in $Names) {
    $property = $Instance.CimInstanceProperties[$name]
    $value = $null
    if ($null -ne $property) { $value = $property.Value }
    if ($value -is [array]) {
      $copy[$name] = [string[]]$value
    } elseif (($null -eq $value) -or ($value -is [bool])) {
      $copy[$name] = $value
    } else {
      $copy[$name] = [string]$value
    }
  }
  $copy
}

function Get-Raw {
  param([string]$Namespace, [string]$Class, [string[]]$Names)
  foreach ($instance in @(Get-CimInstance -Namespace $Namespace -ClassName $Class)) {
    Copy-Raw -Instance $instance -Names $Names
  }
}

function Get-Setting {
  param([string]$Path, [string]$Name)
  $key = Get-Item -LiteralPath $Path -ErrorAction SilentlyContinue
  if ($null -eq $key) { return $null }
  $value = $key.GetValue($Name, $null)
  if ($null -eq $value) { return $null }
  [string]$value
}

$storage = 'root/Microsoft/Windows/Storage'

Add-Part 'disks' {
  Get-Raw $storage 'MSFT_Disk' @(
    'Number', 'FriendlyName', 'Manufacturer', 'Model', 'SerialNumber', 'Location', 'Size', 'LogicalSectorSize',
    'BusType', 'IsBoot', 'IsSystem', 'BootFromDisk', 'IsClustered', 'IsReadOnly', 'IsOffline'
  )
}
Add-Part 'partitions' {
  Get-Raw $storage 'MSFT_Partition' @(
    'DiskNumber', 'PartitionNumber', 'Offset', 'Size', 'GptType', 'MbrType', 'AccessPaths', 'IsBoot', 'IsSystem'
  )
}
Add-Part 'volumes' {
  Get-Raw $storage 'MSFT_Volume' @('Path', 'FileSystem', 'FileSystemLabel')
}
Add-Part 'pooled' {
  Get-Raw $storage 'MSFT_PhysicalDisk' @('DeviceId', 'CannotPoolReason')
}
Add-Part 'diskDrives' {
  Get-Raw 'root/cimv2' 'Win32_DiskDrive' @('Index', 'Capabilities')
}
Add-Part 'encryptable' {
  Get-Raw 'root/cimv2/Security/MicrosoftVolumeEncryption' 'Win32_EncryptableVolume' @('DeviceID', 'ProtectionStatus')
}
Add-Part 'pageFiles' {
  foreach ($file in @(Get-CimInstance -Namespace 'root/cimv2' -ClassName 'Win32_PageFileUsage')) { [string]$file.Name }
}
Add-Part 'dumpFiles' {
  foreach ($name in @('DumpFile', 'DedicatedDumpFile', 'MinidumpDir')) {
    Get-Setting 'HKLM:\SYSTEM\CurrentControlSet\Control\CrashControl' $name
  }
}
Add-Part 'systemFolders' {
  @(
    $env:SystemRoot, $env:ProgramFiles, $env:ProgramData, $env:USERPROFILE, $env:PUBLIC,
    (Get-Item -LiteralPath 'Env:ProgramFiles(x86)' -ErrorAction SilentlyContinue).Value
  )
}
Add-Part 'writePolicies' {
  $defender = 'Windows Defender\Windows Defender Exploit Guard\Controlled Folder Access'
  $storagePolicies = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices'
  [ordered]@{
    controlledFolderAccess = Get-Setting "HKLM:\SOFTWARE\Microsoft\$defender" 'EnableControlledFolderAccess'
    controlledFolderAccessPolicy = Get-Setting "HKLM:\SOFTWARE\Policies\Microsoft\$defender" 'EnableControlledFolderAccess'
    denyAllRemovable = Get-Setting $storagePolicies 'Deny_All'
    denyWriteRemovable = Get-Setting "$storagePolicies\{53f5630d-b6bf-11d0-94f2-00a0c91efb8b}" 'Deny_Write'
    denyWriteUnlessBitLocker = Get-Setting 'HKLM:\SYSTEM\CurrentControlSet\Policies\Microsoft\FVE' 'RDVDenyWriteAccess'
    writeProtect = Get-Setting 'HKLM:\SYSTEM\CurrentControlSet\Control\StorageDevicePolicies' 'WriteProtect'
  }
}

$report['failures'] = $failures
$json = ConvertTo-Json -InputObject $report -Depth 5 -Compress
if ($json -match '[^\x20-\x7e]') {
  $json = -join @(foreach ($character in $json.ToCharArray()) {
    if ([int]$character -gt 126) { '\u{0:x4}' -f [int]$character } else { $character }
  })
}
$json
`;

/** Lists the drives. What it prints is read by `readDriveReport`. */
export const listDrivesOperation = makeOperation({
  title: 'Ask Windows for its drives',
  program: 'powershell.exe',
  // The policy given here is for this process alone; one of a company's that wants signed scripts goes before it.
  args: [
    '-NoLogo',
    '-NoProfile',
    '-NonInteractive',
    '-ExecutionPolicy',
    'Bypass',
    '-File',
    '{list-drives.ps1}',
  ],
  scripts: [{ name: 'list-drives.ps1', text: LIST_DRIVES_SCRIPT, encoding: 'utf-8-bom' }],
  failureOf: ({ code, stderr }) =>
    code === 0
      ? null
      : { windowsCode: null, message: lastLine(stderr) ?? 'PowerShell ended without a word' },
});
