import type { ElectronApplication } from '@playwright/test';

/** Every dialog for a file or a folder is answered with this path. */
export async function answerDialogs(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);
}

/** Stands in for a printer, which this computer has not got: keeps what a page to be printed holds. */
export function printedPages(app: ElectronApplication): () => Promise<string[]> {
  const ready = app.evaluate((electron) => {
    const kept: string[] = [];
    Object.assign(globalThis, { printedPages: kept });
    electron.app.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, printed) => {
        kept.push(decodeURIComponent(contents.getURL()));
        printed?.(true, '');
      };
    });
  });
  return async () => {
    await ready;
    return app.evaluate(() => (globalThis as { printedPages?: string[] }).printedPages ?? []);
  };
}
