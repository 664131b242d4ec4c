import { session } from 'electron';
import { APP_ORIGIN } from './protocol';

/** A page whose script can't be read is no reason to wait for ever. */
const PATIENCE_MS = 1000;

/** Resolves once the window's process has the page's script, or after a second. */
export function scriptHandedOver(): Promise<void> {
  const { webRequest } = session.defaultSession;
  return new Promise((resolve) => {
    const patience = setTimeout(resolve, PATIENCE_MS);
    webRequest.onCompleted({ urls: [`${APP_ORIGIN}/assets/*.js`] }, () => {
      clearTimeout(patience);
      webRequest.onCompleted(null);
      resolve();
    });
  });
}
