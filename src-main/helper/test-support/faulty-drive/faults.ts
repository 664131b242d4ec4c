/** How a drive misbehaves. All offsets and amounts are bytes. What is not named works. */
export interface DriveFaults {
  /**
   * It holds less than it claims. What is written past `realBytes` `wraps` and lands on its beginning,
   * or it `drops` that and gives back `filler` (0 when not said) there.
   */
  capacity?: { realBytes: number; beyond: 'wraps' | 'drops'; filler?: number };
  /** Reading, or writing, anything that touches this offset fails. */
  failsToRead?: number;
  failsToWrite?: number;
  /** The lowest bit of the byte at this offset changes while it is written. */
  flipsBitAt?: number;
  /**
   * It is pulled out at the write with which more than this would have been written, counted from when
   * the fault was set: that one and everything after it fails, and its size is 0, until other faults are set:
   * then it is plugged in again.
   */
  vanishesAfter?: number;
  /**
   * That write, and every one after it, waits until other faults are set: with which more than `bytes` would
   * have been written since the fault was set, or which touches the offset `at`.
   */
  holds?: { bytes: number } | { at: number };
}

/** A piece that arrived, in bytes. One write of a program may arrive in several pieces. */
export interface ArrivedWrite {
  offset: number;
  length: number;
}
