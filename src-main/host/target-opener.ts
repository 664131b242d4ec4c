import type { Host, OpenTarget, TargetRequest } from './index';
import { openInHelper } from './helper-target';
import { openAll } from './open-all';
import type { RunningHelper } from './running-helper';
import type { SharedHelper } from './shared-helper';

/** Where targets are opened: those that take administrator rights in one helper, the others with the user's own. */
export interface Helpers {
  elevated: SharedHelper;
  /** Ends with the last target that is open in it. */
  startOwn: (signal: AbortSignal) => Promise<RunningHelper>;
}

/** How the targets of a kind of computer are opened. */
export interface Opening {
  /** Whether a target can't be opened with the user's own rights. */
  takesRights: (request: TargetRequest) => boolean;
  /** What this program does itself for a target, around having a helper open it. */
  around?: (request: TargetRequest, open: () => Promise<OpenTarget>) => Promise<OpenTarget>;
}

/** As Host.openTargets says. */
export function targetOpener(
  { elevated, startOwn }: Helpers,
  { takesRights, around = (_request, open) => open() }: Opening,
): Host['openTargets'] {
  return (asked, signal) => {
    let own: Promise<RunningHelper> | null = null;
    const openWithOwn = async (request: TargetRequest): Promise<OpenTarget> => {
      own ??= startOwn(signal);
      return openInHelper(await own, request, signal);
    };
    const openElevated = async (request: TargetRequest): Promise<OpenTarget> => {
      const helper = await elevated.acquire(signal);
      try {
        return await openInHelper(helper, request, signal);
      } finally {
        // The target that is open holds it by itself.
        await helper.letGo();
      }
    };
    return openAll(asked, signal, (request) =>
      around(request, () => (takesRights(request) ? openElevated(request) : openWithOwn(request))),
    );
  };
}
