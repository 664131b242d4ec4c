/** The parts of the script that are the same on every stick: fixed text, PowerShell 5.1. */

/** Up to the first step. It defines what the steps use. */
export const PROLOGUE = String.raw`# Made by Sticksmith together with this stick. It finishes what can be done only while Windows runs.
#
# It is started three times, at different moments:
#   BeforeSignIn  by C:\Windows\Setup\Scripts\SetupComplete.cmd at the end of set-up, as SYSTEM. Only quick steps,
#                 and those the first account depends on; people wait for them.
#   AtSignIn      by the answer file at the first sign-in of an administrator. It only starts the next one, in case
#                 Windows did not run SetupComplete.cmd, as with product keys of a computer's maker.
#   AfterSignIn   by a scheduled task at sign-in, as SYSTEM, in the background: what is still open, slow steps last.
# Each step is done once. One that fails is tried again at the next sign-ins, five times in all; one that can't be
# done yet as long as it takes. Then the task is removed. first-start.log beside this file tells what happened, first-start.json the same for programs.
param(
    [ValidateSet('BeforeSignIn', 'AtSignIn', 'AfterSignIn')]
    [string] $Moment = 'AfterSignIn'
)

Set-StrictMode -Version 1.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$System32 = Join-Path $env:SystemRoot 'System32'
$LogPath = Join-Path $PSScriptRoot 'first-start.log'
$StatePath = Join-Path $PSScriptRoot 'first-start.json'
$TaskName = 'Sticksmith first start'
$MaxTries = 5

# ---- What the steps are done with ----------------------------------------------------------------------------

function Write-Log {
    param([string] $Text)
    $line = '{0:yyyy-MM-dd HH:mm:ss} {1} {2}' -f (Get-Date), $Moment, $Text
    try { Add-Content -LiteralPath $LogPath -Value $line -Encoding UTF8 } catch { Write-Warning $line }
}

# Runs a program of Windows. Throws when its exit code is none of those that mean success.
function Invoke-Program {
    param([string] $Name, [string[]] $Arguments, [int[]] $Success)
    # What a program writes as an error is text like any other: its exit code counts.
    $ErrorActionPreference = 'Continue'
    $output = @(& (Join-Path $System32 $Name) @Arguments 2>&1 | ForEach-Object { "$_".Trim() } | Where-Object { $_ })
    if ($Success -contains $LASTEXITCODE) { return }
    throw ('{0} ended with {1}: {2}' -f $Name, $LASTEXITCODE, (($output | Select-Object -Last 3) -join ' '))
}

# Gives every item its turn, whatever happens to the others, and then throws what went wrong.
function Invoke-ForEach {
    param([object[]] $Items, [scriptblock] $Action)
    $problems = @()
    foreach ($item in $Items) {
        try { & $Action $item | Out-Null } catch { $problems += $_.Exception.Message }
    }
    if ($problems.Count -gt 0) { throw ($problems -join '; ') }
}

# Sets a DWORD and makes the key it is in.
function Set-Number {
    param([string] $Key, [string] $Name, [int] $Value)
    if (-not (Test-Path -LiteralPath $Key)) { New-Item -Path $Key -Force | Out-Null }
    Set-ItemProperty -LiteralPath $Key -Name $Name -Type DWord -Value $Value
}

# Overwrites a file and removes it. A stick may keep the old content where nothing but a laboratory reaches it.
function Remove-Secret {
    param([string] $Path)
    if (-not (Test-Path -LiteralPath $Path -PathType Leaf)) { return }
    try {
        $stream = [IO.File]::Open($Path, [IO.FileMode]::Open, [IO.FileAccess]::Write, [IO.FileShare]::None)
        try {
            $zeros = New-Object byte[] $stream.Length
            $stream.Write($zeros, 0, $zeros.Length)
            $stream.Flush($true)
        } finally { $stream.Dispose() }
    } finally { Remove-Item -LiteralPath $Path -Force }
}

# ---- What has been done --------------------------------------------------------------------------------------

$State = [ordered]@{}
$Unfinished = $false
$Waiting = ''

# For a step that can't be done yet and is to be tried at every sign-in. The step has to end itself afterwards.
function Wait-Step {
    param([string] $Reason)
    $script:Waiting = $Reason
}

function Read-State {
    if (-not (Test-Path -LiteralPath $StatePath)) { return }
    try {
        $saved = Get-Content -LiteralPath $StatePath -Raw -Encoding UTF8 | ConvertFrom-Json
        foreach ($step in @($saved.steps)) { $State[[string] $step.id] = $step }
    } catch { Write-Log 'The state file cannot be read; every step is done again.' }
}

function Save-State {
    param([bool] $Finished)
    $document = [ordered]@{ version = 1; finished = $Finished; steps = @($State.Values) }
    try {
        [IO.File]::WriteAllText("$StatePath.new", (ConvertTo-Json $document -Depth 4))
        Move-Item -LiteralPath "$StatePath.new" -Destination $StatePath -Force
    } catch { Write-Log "The state file cannot be written: $($_.Exception.Message)" }
}

# Does a step unless it has been done, or failed too often. It never throws: the next step has its turn.
function Invoke-Step {
    param([string] $Id, [string] $Title, [scriptblock] $Body)
    $tries = 1
    $before = $State[$Id]
    if ($null -ne $before) {
        if ($before.result -eq 'done' -or $before.tries -ge $MaxTries) { return }
        $tries = $before.tries + 1
    }
    # Steps look at it: what they keep for another try is of no use after the last one.
    $LastTry = $tries -ge $MaxTries
    $result = 'done'
    $message = ''
    $script:Waiting = ''
    $clock = [Diagnostics.Stopwatch]::StartNew()
    try { & $Body | Out-Null } catch {
        $result = 'failed'
        $message = $_.Exception.Message
        if (-not $LastTry) { $script:Unfinished = $true }
    }
    if ($result -eq 'done' -and $script:Waiting -ne '') {
        $result = 'waiting'
        $message = $script:Waiting
        $tries -= 1
        $script:Unfinished = $true
    }
    $seconds = [Math]::Round($clock.Elapsed.TotalSeconds, 1)
    $State[$Id] = [pscustomobject]@{
        id = $Id
        title = $Title
        result = $result
        tries = $tries
        seconds = $seconds
        message = $message
        endedAt = [DateTime]::UtcNow.ToString('s') + 'Z'
    }
    Save-State $false
    Write-Log "$($Title): $result after $seconds s. $message"
}

# ---- When it is done -----------------------------------------------------------------------------------------

# Leaves the rest to a task that runs as SYSTEM at sign-in, whoever signs in.
function Register-Rest {
    $program = Join-Path $System32 'WindowsPowerShell\v1.0\powershell.exe'
    $arguments = '-NoProfile -NonInteractive -ExecutionPolicy Bypass -File "{0}" -Moment AfterSignIn' -f $PSCommandPath
    $task = @{
        TaskName = $TaskName
        Action = New-ScheduledTaskAction -Execute $program -Argument $arguments
        Trigger = New-ScheduledTaskTrigger -AtLogOn
        Principal = New-ScheduledTaskPrincipal -UserId 'S-1-5-18' -LogonType ServiceAccount -RunLevel Highest
        Settings = New-ScheduledTaskSettingsSet -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries -ExecutionTimeLimit (New-TimeSpan -Hours 12)
    }
    Register-ScheduledTask @task -Force | Out-Null
}

function Test-SetupRunning {
    $setup = Get-ItemProperty -LiteralPath 'HKLM:\SYSTEM\Setup'
    return ($setup.OOBEInProgress -eq 1 -or $setup.SystemSetupInProgress -eq 1)
}

# Accounts that set-up uses sign in, too. Until it is over, nothing may be taken from under it.
function Wait-Setup {
    for ($i = 0; $i -lt 60; $i++) {
        if (-not (Test-SetupRunning)) { return $true }
        Start-Sleep -Seconds 10
    }
    return $false
}

if ($Moment -eq 'AtSignIn') {
    try {
        Register-Rest
        Start-ScheduledTask -TaskName $TaskName
    } catch { Write-Log "The rest could not be started: $($_.Exception.Message)" }
    exit 0
}

# Only one at a time. Waiting throws only when the one that had it ended without giving it back: then it is ours.
$Lock = New-Object System.Threading.Mutex($false, 'Global\Sticksmith-first-start')
try { $Ours = $Lock.WaitOne(0) } catch { $Ours = $true }
if (-not $Ours) { exit 0 }

Read-State
if ($Moment -eq 'BeforeSignIn') {
    try { Register-Rest } catch { Write-Log "The rest could not be left for later: $($_.Exception.Message)" }
} elseif (-not (Wait-Setup)) {
    Write-Log 'Set-up is not over; the next sign-in tries again.'
    exit 0
}
`;

export const BEFORE_HEADING = String.raw`
# ---- Before the first sign-in --------------------------------------------------------------------------------
`;

/** Ends the run before the sign-in. */
export const AFTER_HEADING = String.raw`
# ---- After the first sign-in ---------------------------------------------------------------------------------
# In the background and with low priority, which tasks have. Nobody waits for it; the slowest comes last.

if ($Moment -eq 'BeforeSignIn') { exit 0 }
`;

export const EPILOGUE = String.raw`
# ---- The end -------------------------------------------------------------------------------------------------

if ($Unfinished) {
    Write-Log 'Something is still open; the next sign-in tries again.'
} else {
    Save-State $true
    Write-Log 'Everything has been done, or has failed for good.'
    Unregister-ScheduledTask -TaskName $TaskName -Confirm:$false -ErrorAction SilentlyContinue
}
exit 0
`;

/** What starts the script at the end of set-up. Nothing here depends on what was chosen. */
export const SETUP_COMPLETE_TEXT = String.raw`@echo off
rem Made by Sticksmith together with this stick. Windows runs it once, at the end of set-up.
"%SystemRoot%\System32\WindowsPowerShell\v1.0\powershell.exe" -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "%SystemDrive%\ProgramData\Sticksmith\first-start.ps1" -Moment BeforeSignIn
exit /b 0
`;
