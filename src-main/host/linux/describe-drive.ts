import type { Lending } from '../index';

export function describeOpening(drive: string, unmount: boolean): string[] {
  return [...(unmount ? [`unmount what is mounted from ${drive}`] : []), `open ${drive} alone`];
}

export function describeLending(
  drive: string,
  { offset, length }: { offset: number; length: number },
): Lending {
  const path = '/dev/loop…';
  return {
    lend: [
      `losetup: make ${path} of ${drive} from byte ${String(offset)}, ${String(length)} bytes, for this user alone`,
    ],
    path,
    giveBack: [`flush and remove ${path}`],
  };
}
