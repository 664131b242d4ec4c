/**
 * A step of the scripts, in the order of an installation. An update begins with `boot`; a
 * non-destructive installation has `format` (partition 1 shrinks) first and `partition` last.
 * @typedef {'partition' | 'format' | 'boot' | 'vtoyefi' | 'sync'} Phase
 */

/**
 * How the stand-in's script is to misbehave. Nothing given, it doesn't.
 * @typedef {object} Variations
 * @property {Phase} [failIn] ends with exit code 1 in this phase
 * @property {Phase} [endQuietlyIn] ends in this phase with exit code 0, without “successfully finished.”
 * @property {Phase} [hangIn] sleeps in this phase until it is killed
 * @property {Lie} [claimSuccessBut] exit code 0 and “successfully finished.”, but
 * @property {boolean} [askMore] asks one more question than Ventoy does, after its last
 * @property {{ phase: Phase, as: 'lines' | 'one line' }} [printWithoutEndIn] prints until it is killed
 * @property {boolean} [hideExitCode] always ends with exit code 0, as Ventoy's script did for years: after the
 *   worker it changed back to the folder it had been called in
 * @property {boolean} [printNoUtf8] prints bytes that are no UTF-8
 * @property {'in the group' | 'in a session of its own'} [leaveChild] leaves a process behind that
 *   sleeps for ten minutes with the script's output open; its id is in the file `left-child` beside the script
 * @property {number} [secondsPerPhase] sleeps so long at the beginning of each phase
 */

/**
 * - `nothing`: nothing was written;
 * - `style`: an MBR was made though a GPT was asked for;
 * - `vtoyefi-size`: partition 2 is 8 sectors too short;
 * - `boot-code`, `core`: LBA 0 or core.img wasn't written;
 * - `vtoyefi-content`: eight sectors of VTOYEFI are zeros;
 * - `secure-boot`: its files are as if the opposite had been asked for;
 * - `data`: a sector of partition 1 was overwritten at its end.
 * @typedef {'nothing' | 'style' | 'vtoyefi-size' | 'boot-code' | 'core' | 'vtoyefi-content' | 'secure-boot' | 'data'} Lie
 */

/**
 * @param {Variations} variations
 * @returns {string} a shell script that sets what VentoyWorker.sh looks at
 */
export function variationScript(variations) {
  const { printWithoutEndIn: print } = variations;
  const variables = {
    FAIL_IN: variations.failIn,
    END_QUIETLY_IN: variations.endQuietlyIn,
    HANG_IN: variations.hangIn,
    CLAIM_SUCCESS_BUT: variations.claimSuccessBut,
    ASK_MORE: variations.askMore ? 'yes' : undefined,
    PRINT_WITHOUT_END_IN: print?.phase,
    PRINT_WITHOUT_END: print?.as,
    HIDE_EXIT_CODE: variations.hideExitCode ? 'yes' : undefined,
    PRINT_NO_UTF8: variations.printNoUtf8 ? 'yes' : undefined,
    LEAVE_CHILD: variations.leaveChild,
    SECONDS_PER_PHASE: variations.secondsPerPhase?.toString(),
  };
  const lines = Object.entries(variables).map(([name, value]) => `${name}='${value ?? ''}'\n`);
  return lines.join('');
}
