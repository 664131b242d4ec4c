import {
  PASSWORD_LENGTH,
  type BitLockerCipher,
  type ProtectAtFirstStart,
} from '../../../src-shared/protect';
import { KEY_FILE_LINES } from '../bitlocker-key-file';
import { quote, quoteList } from './quote';

/** Values of `-EncryptionMethod` (Microsoft, Enable-BitLocker). */
const METHODS: Record<BitLockerCipher, string> = {
  'xts-aes-128': 'XtsAes128',
  'xts-aes-256': 'XtsAes256',
};

/**
 * The script that asks a person for a password and has Windows encrypt its own volume, with `\n` at the end of lines. The
 * recovery key comes first: it lies in a file outside the stick before anything is encrypted. Throws `plan/invalid` for a
 * folder whose name can't stand in a script.
 */
export function encryptScript({ cipher, recoveryFolder }: ProtectAtFirstStart): string {
  return `${HEADING}
$Method = ${quote(METHODS[cipher])}
# The one folder for the key; nothing where the person is asked for one.
$KeyFolder = ${quote(recoveryFolder ?? '')}
$ShortestPassword = ${String(PASSWORD_LENGTH.least)}
$LongestPassword = ${String(PASSWORD_LENGTH.most)}
# The file: {0} name of the computer, {1} identifier of the key, {2} the key.
$KeyFileLines = ${quoteList(KEY_FILE_LINES.map(tabsAsNames), 0)}
${BODY}`;
}

/** A string of the script can't hold a tab. */
function tabsAsNames(line: string): string {
  return line.replaceAll('\t', '{tab}');
}

const HEADING = String.raw`# Made by Sticksmith together with this stick. It has Windows encrypt the volume that it starts from.
#
# The scheduled task "Sticksmith encryption" shows it at each sign-in of an administrator until that is done. Whoever
# closes the window or answers with nothing is asked again at the next sign-in; until then nothing is encrypted.
# encrypt.log beside this file tells what happened. The recovery key is written into the one file that it is meant
# for, the password nowhere.
`;

const BODY = String.raw`
Set-StrictMode -Version 1.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$Drive = $env:SystemDrive
$LogPath = Join-Path $PSScriptRoot 'encrypt.log'
# While a key is there and encryption has not begun: the protectors that were there before.
$StatePath = Join-Path $PSScriptRoot 'encrypt.json'
$TaskName = 'Sticksmith encryption'
# Letters that have one place on all keyboards with Latin letters.
$SameEverywhere = [int[]][char[]]'bcdefghijklnoprstuvxBCDEFGHIJKLNOPRSTUVX'

# Cmdlets of modules do not know our preference about errors: where they count, each is told.

# ---- Asking and telling --------------------------------------------------------------------------------------

function Write-Log {
    param([string] $Text)
    $line = '{0:yyyy-MM-dd HH:mm:ss} {1}' -f (Get-Date), ($Text -replace '\d{6}(-\d{6})+', '(a key)')
    try { Add-Content -LiteralPath $LogPath -Value $line -Encoding UTF8 } catch { Write-Warning $line }
}

function Read-Answer {
    param([string] $Question)
    return ([string](Read-Host $Question)).Trim()
}

# Ends the asking until the next sign-in.
function Stop-Asking { throw (New-Object System.OperationCanceledException 'put off') }

# ---- The password --------------------------------------------------------------------------------------------

# The units of UTF-16 in a secret, as an array, since that can be overwritten.
function Get-Units {
    param([Security.SecureString] $Secret)
    $units = New-Object 'int[]' $Secret.Length
    $address = [Runtime.InteropServices.Marshal]::SecureStringToBSTR($Secret)
    try {
        for ($i = 0; $i -lt $units.Length; $i++) {
            $units[$i] = [Runtime.InteropServices.Marshal]::ReadInt16($address, 2 * $i) -band 0xFFFF
        }
    } finally { [Runtime.InteropServices.Marshal]::ZeroFreeBSTR($address) }
    return , $units
}

function Test-Same {
    param([int[]] $One, [int[]] $Other)
    if ($One.Length -ne $Other.Length) { return $false }
    for ($i = 0; $i -lt $One.Length; $i++) {
        if ($One[$i] -ne $Other[$i]) { return $false }
    }
    return $true
}

# Why Windows would not take a password; nothing when it does.
function Get-PasswordProblem {
    param([int[]] $Units)
    if ($Units.Length -lt $ShortestPassword) { return "It needs at least $ShortestPassword characters." }
    if ($Units.Length -gt $LongestPassword) { return "It may have $LongestPassword characters at most." }
    foreach ($unit in $Units) {
        $control = $unit -lt 0x20 -or ($unit -ge 0x7F -and $unit -lt 0xA0)
        $half = $unit -ge 0xD800 -and $unit -le 0xDFFF
        $none = ($unit -ge 0xFDD0 -and $unit -le 0xFDEF) -or $unit -ge 0xFFFE
        if ($control -or $half -or $none) { return 'It has a character that can not be used here.' }
    }
    return ''
}

# What a person should know about a password before the screen that asks for it; nothing when all is well.
function Get-PasswordDoubt {
    param([int[]] $Units)
    $doubt = ''
    foreach ($unit in $Units) {
        if ($unit -gt 0x7E) { return 'It has letters that a keyboard of the United States has not got. You may never be able to enter it.' }
        if ($SameEverywhere -notcontains $unit) { $doubt = 'It has characters that are elsewhere on a keyboard of the United States.' }
    }
    return $doubt
}

# A password that was typed twice and that Windows takes.
function Read-Password {
    for (;;) {
        Write-Host ''
        $password = Read-Host 'Password (nothing: not now)' -AsSecureString
        if ($password.Length -eq 0) { Stop-Asking }
        $units = Get-Units $password
        $repeated = @()
        try {
            $problem = Get-PasswordProblem $units
            if ($problem -ne '') {
                Write-Host $problem
                continue
            }
            $doubt = Get-PasswordDoubt $units
            if ($doubt -ne '') {
                Write-Host $doubt
                Write-Host 'The screen that asks for it at the start takes every keyboard for one of the United States.'
                if ((Read-Answer 'Use it all the same? (Y, or anything else to choose another)') -ne 'y') { continue }
            }
            $again = Read-Host 'The same once more' -AsSecureString
            $repeated = Get-Units $again
            $again.Dispose()
            if (Test-Same $units $repeated) { return $password }
            Write-Host 'These were two different passwords.'
        } finally {
            [Array]::Clear($units, 0, $units.Length)
            [Array]::Clear($repeated, 0, $repeated.Length)
        }
    }
}

# ---- The volume ----------------------------------------------------------------------------------------------

function Get-Status { return [string](Get-BitLockerVolume -MountPoint $Drive -ErrorAction Stop).VolumeStatus }

function Test-Encrypted { return @('FullyEncrypted', 'EncryptionInProgress', 'EncryptionPaused') -contains (Get-Status) }

function Get-Protectors {
    $volume = Get-BitLockerVolume -MountPoint $Drive -ErrorAction Stop
    return @($volume.KeyProtector | Where-Object { $null -ne $_ })
}

# Removes the protectors that an attempt has left which did not come to encryption. As long as nothing is encrypted,
# they protect nothing.
function Remove-Added {
    param([string[]] $Known)
    if ((Get-Status) -ne 'FullyDecrypted') { return }
    foreach ($protector in @(Get-Protectors)) {
        if ($Known -contains [string]$protector.KeyProtectorId) { continue }
        Remove-BitLockerKeyProtector -MountPoint $Drive -KeyProtectorId $protector.KeyProtectorId -Confirm:$false -ErrorAction Stop -WarningAction SilentlyContinue | Out-Null
    }
    Remove-Item -LiteralPath $StatePath -Force -ErrorAction SilentlyContinue
}

# The window may have been closed, or the stick pulled out, between key and encryption.
function Remove-Interrupted {
    if (-not (Test-Path -LiteralPath $StatePath)) { return }
    $saved = Get-Content -LiteralPath $StatePath -Raw -Encoding UTF8 | ConvertFrom-Json
    Remove-Added @($saved.known | ForEach-Object { [string]$_ })
}

# Makes a recovery key. Windows would show it in a warning.
function New-RecoveryKey {
    param([string[]] $Known)
    [IO.File]::WriteAllText($StatePath, (ConvertTo-Json @{ known = @($Known) }))
    Add-BitLockerKeyProtector -MountPoint $Drive -RecoveryPasswordProtector -Confirm:$false -ErrorAction Stop -WarningAction SilentlyContinue | Out-Null
    $added = @(Get-Protectors | Where-Object { $Known -notcontains [string]$_.KeyProtectorId })
    $usable = $added.Count -eq 1 -and [string]$added[0].RecoveryPassword -match '^\d{6}(-\d{6}){7}$'
    if (-not $usable) { throw 'Windows has made no recovery key that can be saved' }
    return $added[0]
}

# ---- Where the key goes --------------------------------------------------------------------------------------

# The disks that hold a part of this stick: Windows, and what it was started from.
function Get-OwnDisks {
    $windows = @(Get-Partition -DriveLetter $Drive.Substring(0, 1) -ErrorAction Stop | ForEach-Object { $_.DiskNumber })
    $started = @(Get-Disk -ErrorAction Stop | Where-Object { $_.IsBoot -or $_.IsSystem } | ForEach-Object { $_.Number })
    if ($windows.Count -eq 0) { throw 'Windows does not say on which disk it is' }
    return @($windows + $started)
}

function Test-OwnComputer {
    param([string] $Name)
    try { $addresses = @([Net.Dns]::GetHostAddresses($Name)) } catch { return $false }
    $own = @(Get-NetIPAddress -ErrorAction Stop | ForEach-Object { $_.IPAddress -replace '%.*$', '' })
    return @($addresses | Where-Object {
        [Net.IPAddress]::IsLoopback($_) -or $own -contains ($_.ToString() -replace '%.*$', '')
    }).Count -gt 0
}

# Why a disk can't hold the key; nothing when it can.
function Get-DiskProblem {
    param([string] $Letter)
    $partition = Get-Partition -DriveLetter $Letter -ErrorAction SilentlyContinue
    if ($null -eq $partition) { return 'Windows does not say which disk that is. Name folders of a server as \\server\folder.' }
    if ((Get-OwnDisks) -contains $partition.DiskNumber) { return 'That is on this stick: whoever finds it would have the key as well.' }
    $disk = Get-Disk -Number $partition.DiskNumber -ErrorAction Stop
    # Its file may lie on this stick.
    if ([string]$disk.BusType -eq 'File Backed Virtual') { return 'That is a virtual disk. Choose one that you can take away.' }
    return ''
}

# Why a folder can't receive the key; nothing when it can.
function Get-FolderProblem {
    param([string] $Path)
    $onServer = $Path -match '^\\\\([^\\?.][^\\]*)\\[^\\]+'
    if ($onServer) {
        if (Test-OwnComputer $Matches[1]) { return 'That is this computer itself.' }
    } elseif ($Path -match '^([A-Za-z]):\\') {
        $problem = Get-DiskProblem $Matches[1]
        if ($problem -ne '') { return $problem }
    } else {
        return 'Write it from the beginning, such as E:\Keys or \\server\keys.'
    }
    if (-not (Test-Path -LiteralPath $Path -PathType Container)) { return 'There is no such folder, or you may not open it.' }
    if ($onServer) { return '' }
    for ($folder = Get-Item -LiteralPath $Path -Force; $null -ne $folder; $folder = $folder.Parent) {
        if ($folder.Attributes -band [IO.FileAttributes]::ReparsePoint) { return 'That leads to another place. Name that place.' }
    }
    return ''
}

function Connect-Server {
    try {
        $credential = Get-Credential -Message "For $KeyFolder"
        Remove-PSDrive -Name 'SticksmithKeys' -ErrorAction SilentlyContinue
        New-PSDrive -Name 'SticksmithKeys' -PSProvider FileSystem -Root $KeyFolder -Credential $credential -Scope Script | Out-Null
    } catch { Write-Host "The server did not let you in: $($_.Exception.Message)" }
}

function Select-Folder {
    while ($KeyFolder -ne '') {
        $problem = Get-FolderProblem $KeyFolder
        if ($problem -eq '') { return $KeyFolder }
        Write-Host "The key belongs into $KeyFolder. $problem"
        $answer = Read-Answer 'Enter: try again; S: sign in there as somebody else; N: not now'
        if ($answer -eq 'n') { Stop-Asking }
        if ($answer -eq 's') { Connect-Server }
    }
    for (;;) {
        Write-Host ''
        $path = (Read-Answer 'Folder for the key, such as E:\Keys or \\server\keys (nothing: not now)').Trim('"')
        if ($path -eq '') { Stop-Asking }
        $problem = Get-FolderProblem $path
        if ($problem -eq '') { return $path }
        Write-Host $problem
    }
}

function Write-KeyFile {
    param([string] $Path, [byte[]] $Bytes)
    $stream = [IO.File]::Open($Path, [IO.FileMode]::CreateNew, [IO.FileAccess]::Write, [IO.FileShare]::None)
    try {
        try {
            $stream.Write($Bytes, 0, $Bytes.Length)
            $stream.Flush($true)
        } finally { $stream.Dispose() }
        $read = [IO.File]::ReadAllBytes($Path)
        if ([Convert]::ToBase64String($read) -cne [Convert]::ToBase64String($Bytes)) { throw 'it reads back different' }
    } catch {
        Remove-Item -LiteralPath $Path -Force -ErrorAction SilentlyContinue
        throw
    }
}

# Saves the key and returns the path of its file.
function Save-RecoveryKey {
    param($Protector)
    $identifier = ([string]$Protector.KeyProtectorId).Trim('{', '}').ToUpperInvariant()
    $lines = @($KeyFileLines | ForEach-Object { $_.Replace('{tab}', [string][char]9) })
    $text = ($lines -join [Environment]::NewLine) -f $env:COMPUTERNAME, $identifier, $Protector.RecoveryPassword
    [byte[]]$bytes = [Text.Encoding]::Unicode.GetPreamble() + [Text.Encoding]::Unicode.GetBytes($text)
    $name = '{0} BitLocker Recovery Key {1}.TXT' -f $env:COMPUTERNAME, $identifier
    for (;;) {
        $path = Join-Path (Select-Folder) $name
        try {
            Write-KeyFile $path $bytes
            return $path
        } catch {
            Write-Host "The key can not be saved there: $($_.Exception.Message)"
            if ((Read-Answer 'Enter: try again; N: not now') -eq 'n') { Stop-Asking }
        }
    }
}

# ---- Encrypting ----------------------------------------------------------------------------------------------

# Ends with encryption begun, or with all as it was before.
function Start-Encryption {
    $known = @(Get-Protectors | ForEach-Object { [string]$_.KeyProtectorId })
    $password = $null
    $file = ''
    try {
        $password = Read-Password
        $file = Save-RecoveryKey (New-RecoveryKey $known)
        Write-Host ''
        Write-Host "The recovery key is in $file"
        Enable-BitLocker -MountPoint $Drive -PasswordProtector -Password $password -EncryptionMethod $Method -UsedSpaceOnly -SkipHardwareTest -Confirm:$false -ErrorAction Stop -WarningAction SilentlyContinue | Out-Null
        $kinds = @(Get-Protectors | ForEach-Object { [string]$_.KeyProtectorType })
        $complete = (Test-Encrypted) -and $kinds -contains 'Password' -and $kinds -contains 'RecoveryPassword'
        if (-not $complete) { throw 'Windows has not begun to encrypt' }
        Remove-Item -LiteralPath $StatePath -Force -ErrorAction SilentlyContinue
        Write-Log "Encryption has begun; the recovery key is in $file"
    } catch {
        # Once Windows encrypts, the key in the file is needed, whatever went wrong afterwards.
        if ((Get-Status) -eq 'FullyDecrypted') {
            Remove-Added $known
            if ($file -ne '') { Remove-Item -LiteralPath $file -Force -ErrorAction SilentlyContinue }
        }
        throw
    } finally {
        if ($null -ne $password) { $password.Dispose() }
    }
}

# What hands the key to a directory, where that is wanted, need not wait for the next sign-in.
function Start-Rest { Start-ScheduledTask -TaskName 'Sticksmith first start' -ErrorAction SilentlyContinue }

# Last of all: Windows may end what a task runs together with the task.
function Remove-Task { Unregister-ScheduledTask -TaskName $TaskName -Confirm:$false -ErrorAction SilentlyContinue }

function Test-SetupRunning {
    $setup = Get-ItemProperty -LiteralPath 'HKLM:\SYSTEM\Setup'
    return ($setup.OOBEInProgress -eq 1 -or $setup.SystemSetupInProgress -eq 1)
}

# ---- What the window shows -----------------------------------------------------------------------------------

# The account of set-up itself signs in, too.
if ($env:USERNAME -like 'defaultuser*') { exit 0 }

# Only one at a time. Waiting throws only when the one that had it ended without giving it back: then it is ours.
$Lock = New-Object System.Threading.Mutex($false, 'Global\Sticksmith-encryption')
try { $Ours = $Lock.WaitOne(0) } catch { $Ours = $true }
if (-not $Ours) { exit 0 }

$Host.UI.RawUI.WindowTitle = 'Encrypt this stick'
if (Test-SetupRunning) { Write-Host 'Windows is still being set up. This goes on when that is over.' }
for ($i = 0; (Test-SetupRunning) -and $i -lt 60; $i++) { Start-Sleep -Seconds 10 }
if (Test-SetupRunning) { exit 0 }

$Done = $false
try {
    if (Test-Encrypted) {
        Write-Log 'Windows is encrypted.'
        Remove-Task
        exit 0
    }
    if ((Get-Status) -ne 'FullyDecrypted') { throw 'Windows is just being decrypted' }
    Remove-Interrupted
    Write-Host 'This stick is not encrypted yet: whoever finds it can read what is on it.'
    Write-Host ''
    Write-Host 'Choose a password. From the next start on, the stick asks for it before Windows starts.'
    Write-Host 'Letters and digits of the English keyboard are best: that screen knows no other.'
    Write-Host 'Then choose where the recovery key goes, which opens the stick when the password is lost:'
    Write-Host 'another drive, or a folder of a server.'
    Start-Encryption
    Start-Rest
    Write-Host ''
    Write-Host 'Windows encrypts itself now. You can work meanwhile, and shut down: it goes on at the next start.'
    Write-Host 'Restart soon, while you remember the password, to see that it is taken.'
    Write-Host 'Keep the file with the recovery key. Without it and without the password nobody can open this stick.'
    $Done = $true
} catch [OperationCanceledException] {
    Write-Log 'Encryption was put off.'
    Write-Host 'Nothing has been encrypted. You are asked again at the next sign-in.'
} catch {
    Write-Log "Encryption failed: $($_.Exception.Message)"
    Write-Host ''
    Write-Host "This did not work: $($_.Exception.Message)"
    Write-Host 'It is tried again at the next sign-in. encrypt.log in C:\ProgramData\Sticksmith has the details.'
}
Read-Host 'Enter closes this window' | Out-Null
if ($Done) { Remove-Task }
exit 0
`;
