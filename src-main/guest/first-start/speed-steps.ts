import type { SpeedChoices } from '../../../src-shared/windows-choices';
import { quote } from './quote';
import type { Step } from './step';

/** GUIDs of the plans that Windows brings along (Microsoft, powercfg command-line options). */
const POWER_PLANS = {
  balanced: '381b4222-f694-41f0-9685-ff5bb260df2e',
  'high-performance': '8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c',
};

export function speedSteps(choices: SpeedChoices): Step[] {
  const { powerPlan, scheduledDefragmentation, writeCache } = choices;
  return [
    ...(powerPlan === 'windows-decides' ? [] : [powerPlanStep(POWER_PLANS[powerPlan])]),
    ...(scheduledDefragmentation ? [] : [defragmentationStep]),
    ...(writeCache ? [writeCacheStep] : []),
  ];
}

function powerPlanStep(plan: string): Step {
  return {
    id: 'power-plan',
    title: 'Choose the power plan',
    moment: 'before',
    comment: ['Computers with modern standby offer the balanced plan only; there this fails.'],
    body: String.raw`
Invoke-Program 'powercfg.exe' @('/setactive', ${quote(plan)}) @(0)`,
  };
}

const defragmentationStep: Step = {
  id: 'defragmentation',
  title: 'Switch scheduled defragmentation off',
  moment: 'before',
  comment: ['It wears a stick out and gains nothing: flash memory has no heads to move.'],
  body: String.raw`
Disable-ScheduledTask -TaskPath '\Microsoft\Windows\Defrag\' -TaskName 'ScheduledDefrag'`,
};

/**
 * What the tab “Policies” of a disk sets: `UserWriteCacheSetting` 1 is on, `UserRemovalPolicy` 2 is orderly removal
 * (Microsoft, Windows driver samples: disk.h, classpnp; REMOVAL_POLICY). `CacheIsPowerProtected`, which would drop
 * the flushes that keep a file system whole, is left alone.
 */
const writeCacheStep: Step = {
  id: 'write-cache',
  title: 'Switch the write cache of the stick on',
  moment: 'before',
  comment: [
    'The values belong to the stick as this computer knows it, and count from the next start on. Flushing',
    'stays on: a file system can be trusted after a power cut, but what was written last may be lost.',
  ],
  body: String.raw`
$letter = $env:SystemDrive.Substring(0, 1)
$disk = Get-Partition -DriveLetter $letter | Get-Disk
if ([string]$disk.BusType -eq 'File Backed Virtual') {
    # Windows lies in a virtual disk: the stick is what the computer was started from.
    $disk = Get-Disk | Where-Object { $_.IsSystem } | Select-Object -First 1
}
if ($null -eq $disk) { throw 'the disk that Windows was started from was not found' }
$drive = Get-CimInstance -ClassName 'Win32_DiskDrive' -Filter "Index = $($disk.Number)"
if ($null -eq $drive) { throw 'Windows does not say which device the disk is' }
$parameters = "HKLM:\SYSTEM\CurrentControlSet\Enum\$($drive.PNPDeviceID)\Device Parameters"
Set-Number "$parameters\Disk" 'UserWriteCacheSetting' 1
Set-Number "$parameters\Classpnp" 'UserRemovalPolicy' 2`,
};
