import type { StartErrorTexts } from '../../../explain';
import { bitLocker } from './bitlocker';
import { blueScreen } from './blue-screen';
import { bootManager } from './boot-manager';
import { firmware } from './firmware';
import { setup } from './setup';

/** What the errors of firmware and Windows mean. */
export const explanations: StartErrorTexts = {
  ...firmware,
  ...bootManager,
  ...bitLocker,
  ...blueScreen,
  ...setup,
};
