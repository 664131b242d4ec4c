/** A line of /proc/PID/mountinfo (proc_pid_mountinfo(5)). */
export interface Mount {
  /** `major:minor` of the file system; the major number is 0 where it is not a block device. */
  device: string;
  mountPoint: string;
  fileSystem: string;
  /** What was mounted: a device node for most file systems. */
  source: string;
  /** Options of the file system, such as `upperdir=/…`. */
  options: string[];
}

/** Parses the text of mountinfo, in its order. Lines of an unknown shape are left out. */
export function parseMountInfo(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [before, after] = line.split(' - ', 2);
    const left = before?.split(' ') ?? [];
    const right = after?.split(' ') ?? [];
    const [, , device, , mountPoint] = left;
    const [fileSystem, source, options] = right;
    if (!device || !mountPoint || !fileSystem || source === undefined) return [];
    return [
      {
        device,
        mountPoint: unescapeOctal(mountPoint),
        fileSystem,
        source: unescapeOctal(source),
        options: (options ?? '').split(',').map(unescapeOctal),
      },
    ];
  });
}

/** The mount that a path without symbolic links lies in. Of several on one place the last one is seen. */
export function mountOf(mounts: readonly Mount[], path: string): Mount | undefined {
  let best: Mount | undefined;
  for (const mount of mounts) {
    if (!isWithin(path, mount.mountPoint)) continue;
    if (!best || mount.mountPoint.length >= best.mountPoint.length) best = mount;
  }
  return best;
}

function isWithin(path: string, folder: string): boolean {
  return folder === '/' || path === folder || path.startsWith(`${folder}/`);
}

/** The kernel writes blanks, tabs, newlines and backslashes as `\040` and so on, byte by byte. */
function unescapeOctal(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 8)),
  );
}
