import { once } from 'node:events';
import { connect } from 'node:net';
import { stickError } from '../../../../src-shared/errors';
import { meetingAddress, readPrivateFolder } from '../../../helper/private-folder';
import { serve } from '../../../helper/serve';
import { win32Platform, type Win32Parts } from '../../../helper/win32-platform';
import { arrangeMeeting } from '../../linux/meeting';
import { RunningHelper, type HelperProcess } from '../../running-helper';
import type { Helpers } from '../../target-opener';
import { SharedHelper } from '../../shared-helper';

/**
 * The helpers of a simulated Windows computer: they run in this very process, do what they are told by parts that are simulated
 * as well, and speak with the program as ever, but over a Unix socket.
 */
export class SimulatedHelpers implements Helpers {
  /** How often the person was asked for administrator rights, and what the answer is. */
  asked = 0;
  agrees = true;
  /** How many helpers run. */
  running = 0;
  /** What helpers said when something went wrong. */
  readonly said: string[] = [];

  readonly elevated = new SharedHelper((signal) =>
    RunningHelper.start((folder) => this.#startElevated(folder), signal, arrangeMeeting),
  );

  readonly startOwn = (signal: AbortSignal): Promise<RunningHelper> =>
    RunningHelper.start((folder) => this.#start(folder, false), signal, arrangeMeeting);

  constructor(private readonly parts: Omit<Win32Parts, 'elevatedForUser'>) {}

  #startElevated(folder: string): HelperProcess {
    this.asked += 1;
    return this.#start(folder, true);
  }

  #start(folder: string, elevatedForUser: boolean): HelperProcess {
    const ended = this.#serve(folder, elevatedForUser);
    ended.catch(() => undefined);
    return { ended, kill: () => undefined };
  }

  async #serve(folder: string, elevatedForUser: boolean): Promise<string> {
    if (elevatedForUser && !this.agrees) throw stickError('elevation/denied', {});
    const { tokens } = await readPrivateFolder(folder);
    const platform = win32Platform({ ...this.parts, elevatedForUser });
    await platform.tidyUp();
    const socket = connect(await meetingAddress(folder));
    await once(socket, 'connect');
    this.running += 1;
    try {
      const report = (message: string) => this.said.push(message);
      return (await serve(socket, { tokens, platform }, report).ended) ?? 'it ended';
    } finally {
      this.running -= 1;
    }
  }
}
