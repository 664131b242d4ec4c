import type { CDPSession, Page } from '@playwright/test';

/** One thing that a screen reader tells of, from Chromium's own accessibility tree. */
export interface AxNode {
  role: string;
  name: string;
  description: string;
  /** Such as `level` of a heading, `live` of a region, `modal` of a dialog. */
  properties: Record<string, unknown>;
}

/** Everything on the page that a screen reader is not told to leave out, in the order it is read. */
export async function accessibilityTree(page: Page): Promise<AxNode[]> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = (id: string): AxNode[] => {
    const node = byId.get(id);
    if (node === undefined) return [];
    const below = (node.childIds ?? []).flatMap(read);
    if (node.ignored) return below;
    const own: AxNode = {
      role: String(node.role?.value),
      name: String(node.name?.value ?? ''),
      description: String(node.description?.value ?? ''),
      properties: Object.fromEntries(
        (node.properties ?? []).map((property) => [property.name, property.value.value as unknown]),
      ),
    };
    return [own, ...below];
  };
  return nodes
    .filter(({ parentId }) => parentId === undefined)
    .flatMap(({ nodeId }) => read(nodeId));
}
