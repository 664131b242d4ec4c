import { stickError, type StickError } from './errors';

/** What a computer with Windows can't do yet; `what`: as the end of “it can't …”. */
export function windowsCannot(what: string): StickError {
  return stickError('host/cannot', { platform: 'Windows', what });
}
