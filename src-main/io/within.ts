/** Waits no longer than this; `otherwise` is the outcome then. */
export function within<T>(work: Promise<T>, milliseconds: number, otherwise: T): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve(otherwise);
    }, milliseconds);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
