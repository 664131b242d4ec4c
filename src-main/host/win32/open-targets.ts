import type { Host, OpenTarget, TargetRequest } from '../index';
import { openInHelper } from '../helper-target';
import { openAll } from '../open-all';
import type { RunningHelper } from '../running-helper';
import type { SharedHelper } from './shared-helper';

/** Where targets are opened: drives with administrator rights, image files with the user's own. */
export interface Helpers {
  elevated: SharedHelper;
  /** Ends with the last target that is open in it. */
  startOwn: (signal: AbortSignal) => Promise<RunningHelper>;
}

/** As Host.openTargets says. */
export function targetOpener({ elevated, startOwn }: Helpers): Host['openTargets'] {
  return (asked, signal) => {
    let own: Promise<RunningHelper> | null = null;
    const openFile = async (request: TargetRequest): Promise<OpenTarget> => {
      own ??= startOwn(signal);
      return openInHelper(await own, request, signal);
    };
    const openDrive = async (request: TargetRequest): Promise<OpenTarget> => {
      const helper = await elevated.acquire(signal);
      try {
        return await openInHelper(helper, request, signal);
      } finally {
        // The target that is open holds it by itself.
        await helper.letGo();
      }
    };
    return openAll(asked, signal, (request) =>
      request.target.kind === 'drive' ? openDrive(request) : openFile(request),
    );
  };
}
