const PAGE = 64 * 1024;

/**
 * Buffers that direct I/O accepts: their memory starts at a page. Node's own buffers don't (the
 * kernel then answers EINVAL); the memory of a WebAssembly instance does, without a native addon.
 */
export function alignedBuffers(count: number, bytes: number): Buffer[] {
  const step = Math.ceil(bytes / PAGE) * PAGE;
  const pages = (step / PAGE) * count;
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  return Array.from({ length: count }, (_, index) =>
    Buffer.from(memory.buffer, index * step, bytes),
  );
}
