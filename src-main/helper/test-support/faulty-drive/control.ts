import type { ArrivedWrite, DriveFaults } from './faults';

/** What a test asks the process behind a faulty drive. */
export type ControlRequest = { id: number } & (
  { ask: 'set'; faults: DriveFaults } | { ask: 'held' } | { ask: 'writes' }
);

/** Its first message, and every answer. */
export interface ControlReply {
  /** The loop device; in the first message only. */
  path?: string;
  id?: number;
  writes?: ArrivedWrite[];
}
