import { quotePowerShell } from '../../../guest';
import type { Operation } from '../operation';
import { powerShell } from './powershell';

/**
 * Attaches an ISO for reading, without a letter where Windows can do that, and prints the path of its volume
 * (`\\?\Volume{…}\`) (learn.microsoft.com/powershell/module/storage: Mount-DiskImage, Get-Volume).
 */
export function mountIso(iso: string): Operation {
  const path = quotePowerShell(iso);
  return powerShell({
    title: `Attach the image ${iso}`,
    body: `
$image = Mount-DiskImage -ImagePath ${path} -StorageType ISO -Access ReadOnly -NoDriveLetter -PassThru
[Console]::Out.WriteLine(($image | Get-Volume).Path)`,
    undo: dismountIso(iso),
  });
}

/** Does nothing when it isn't attached. */
export function dismountIso(iso: string): Operation {
  const path = quotePowerShell(iso);
  return powerShell({
    title: `Detach the image ${iso}`,
    body: `
if ((Get-DiskImage -ImagePath ${path} -StorageType ISO).Attached) {
    Dismount-DiskImage -ImagePath ${path} -StorageType ISO | Out-Null
}`,
  });
}

/** The volume's path in what `mountIso` printed; null when there is none. */
export function readVolumePath(output: string): string | null {
  return /^\\\\\?\\Volume\{[0-9a-f-]{36}\}\\\s*$/im.exec(output)?.[0].trim() ?? null;
}
