import type { BrowserWindow } from 'electron';
import { stickError, StickError } from '../../src-shared/errors';
import type { JobEvent } from '../../src-shared/job';
import type { RestoreOutcome } from '../../src-shared/restore';
import { restoreRecorded, type Recording, type RestoreTools } from '../engine';
import { tell, type Handlers } from './ipc';
import { log } from './log';
import { SingleWork } from './single-work';

export interface RestoreHandlerTools {
  window: BrowserWindow;
  restoreTools: () => RestoreTools;
  /** Where the record of a drive goes. */
  recording: () => Recording;
  /** Throws while a drive is busy with something else. */
  requireIdle: () => void;
  /** What was seen of this target doesn't hold any more. */
  forget: (target: string) => void;
}

export interface Restoring {
  handlers: Pick<Handlers, Extract<keyof Handlers, `restore:${string}`>>;
  readonly work: SingleWork;
}

/** What the window asks about making ordinary drives of sticks. One drive at a time. */
export function restoreHandlers(tools: RestoreHandlerTools): Restoring {
  const work = new SingleWork('A drive is being made an ordinary one already');
  return {
    work,
    handlers: {
      'restore:run': async ({ identity, wishes }) => {
        tools.requireIdle();
        const outcome = await work.run(async (signal): Promise<RestoreOutcome> => {
          const targets = [{ kind: 'drive' as const, identity, unmount: true }];
          tools.forget(identity.path);
          try {
            const onEvent = (event: JobEvent): void => {
              if (event.type === 'log') log.info(event.text);
              if (event.type !== 'progress') return;
              const { type: _, ...progress } = event;
              tell(tools.window.webContents, 'restore:progress', progress);
            };
            const { drives } = await restoreRecorded(
              { targets, ...wishes },
              tools.restoreTools(),
              { signal, onEvent },
              tools.recording(),
            );
            const [drive] = drives;
            if (!drive) throw stickError('internal', { message: 'no drive was restored' });
            return { outcome: 'done', drive };
          } catch (error) {
            // What became of the drive has to be told, which a cancellation alone doesn't.
            if (!(error instanceof StickError) || error.code !== 'cancelled') throw error;
            return { outcome: 'cancelled', stick: error.stick };
          }
        });
        return outcome ?? { outcome: 'cancelled', stick: 'untouched' };
      },
      'restore:cancel': () => {
        work.cancel();
        return null;
      },
    },
  };
}
