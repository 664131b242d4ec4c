import { bitLockerErrors } from './bitlocker-errors';
import { blueScreenErrors } from './blue-screen-errors';
import { bootManagerErrors } from './boot-manager-errors';
import { firmwareErrors } from './firmware-errors';
import type { KnownError } from './known-error';
import { programErrors } from './program-errors';
import { setupErrors } from './setup-errors';
import { type VentoyErrorId, ventoyErrors } from './ventoy-errors';

const startErrors = [
  ...firmwareErrors,
  ...bootManagerErrors,
  ...bitLockerErrors,
  ...blueScreenErrors,
  ...setupErrors,
] as const;

/** An error that a computer shows which starts from a stick. */
export type StartErrorId = (typeof startErrors)[number]['id'] | VentoyErrorId;

/** Everything that is explained, in the order in which a computer gets there; this program's own errors last. */
export const knownErrors: readonly KnownError[] = [
  ...startErrors,
  ...ventoyErrors,
  ...programErrors,
];
