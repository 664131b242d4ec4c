import type { StartErrorTexts } from '../../../explain';
import { bitLockerErrors } from './bitlocker-errors';
import { blueScreenErrors } from './blue-screen-errors';
import { bootManagerErrors } from './boot-manager-errors';
import { firmwareErrors } from './firmware-errors';
import { setupErrors } from './setup-errors';

/** What the errors of firmware and Windows mean. */
export const explanations: StartErrorTexts = {
  ...firmwareErrors,
  ...bootManagerErrors,
  ...bitLockerErrors,
  ...blueScreenErrors,
  ...setupErrors,
};
