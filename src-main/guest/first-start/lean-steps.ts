import type { ResolvedLean } from '../../../src-shared/lean-presets';
import { quoteList } from './quote';
import type { Step } from './step';

export function leanSteps(lean: ResolvedLean): Step[] {
  return [
    ...(lean.apps.length > 0 ? [appsStep(lean)] : []),
    ...(lean.capabilities.length > 0 ? [capabilitiesStep(lean.capabilities)] : []),
    ...(lean.disableFeatures.length > 0 ? [featuresOffStep(lean.disableFeatures)] : []),
    ...(lean.enableFeatures.length > 0 ? [featuresOnStep(lean.enableFeatures)] : []),
  ];
}

/**
 * For all accounts, what is removed is the package that an app came as (Microsoft, Remove-AppxPackage, AllUsers): the
 * bundle where there is one.
 */
function appsStep({ apps, keepApps }: ResolvedLean): Step {
  return {
    id: 'apps',
    title: 'Remove apps',
    moment: 'before',
    comment: [
      'First those that every new account would get, so that the first one does not get them either;',
      'then those that are installed: of an app that came as a bundle, the bundle has to be named. Frameworks,',
      'which other apps need, stay.',
    ],
    body: String.raw`
$removed = ${quoteList(apps, 0)}
$kept = ${quoteList(keepApps, 0)}
$isRemoved = {
    param($name)
    @($removed | Where-Object { $name -like $_ }).Count -gt 0 -and
        @($kept | Where-Object { $name -like $_ }).Count -eq 0
}
$problems = @()
try {
    $provisioned = @(Get-AppxProvisionedPackage -Online | Where-Object { & $isRemoved $_.DisplayName })
    Invoke-ForEach $provisioned {
        param($package)
        Remove-AppxProvisionedPackage -Online -PackageName $package.PackageName
    }
} catch { $problems += $_.Exception.Message }
foreach ($type in 'Bundle', 'Main') {
    try {
        $installed = @(Get-AppxPackage -AllUsers -PackageTypeFilter $type | Where-Object {
            -not $_.IsFramework -and -not $_.NonRemovable -and (& $isRemoved $_.Name)
        })
        Invoke-ForEach $installed {
            param($package)
            Remove-AppxPackage -AllUsers -Package $package.PackageFullName
        }
    } catch { $problems += $_.Exception.Message }
}
if ($problems.Count -gt 0) { throw ($problems -join '; ') }`,
  };
}

function capabilitiesStep(capabilities: readonly string[]): Step {
  return {
    id: 'capabilities',
    title: 'Remove optional programs',
    moment: 'after',
    comment: ['Their full names go on with a language and a version after the first “~”.'],
    body: String.raw`
$removed = ${quoteList(capabilities, 0)}
$found = @(Get-WindowsCapability -Online | Where-Object {
    $_.State -eq 'Installed' -and $removed -contains ($_.Name -split '~')[0]
})
Invoke-ForEach $found {
    param($capability)
    Remove-WindowsCapability -Online -Name $capability.Name
}`,
  };
}

function featuresOffStep(features: readonly string[]): Step {
  return {
    id: 'features-off',
    title: 'Switch features of Windows off',
    moment: 'after',
    comment: ['Those that this edition has not got are left out.'],
    body: String.raw`
$off = ${quoteList(features, 0)}
$found = @(Get-WindowsOptionalFeature -Online | Where-Object {
    $_.State -eq 'Enabled' -and $off -contains $_.FeatureName
})
Invoke-ForEach $found {
    param($feature)
    Disable-WindowsOptionalFeature -Online -FeatureName $feature.FeatureName -NoRestart -WarningAction SilentlyContinue
}`,
  };
}

function featuresOnStep(features: readonly string[]): Step {
  return {
    id: 'features-on',
    title: 'Switch features of Windows on',
    moment: 'after',
    comment: ['Some need files from Windows Update, and so the internet.'],
    body: String.raw`
$on = ${quoteList(features, 0)}
Invoke-ForEach $on {
    param($name)
    Enable-WindowsOptionalFeature -Online -FeatureName $name -All -NoRestart -WarningAction SilentlyContinue
}`,
  };
}
