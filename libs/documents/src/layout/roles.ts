import type { Role } from './laid-out';

interface TreeNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly TreeNode[];
}

export interface BlockOfContent {
  readonly role: Role;
  readonly block: string;
}

const ROLES: Readonly<Record<string, Role>> = { P: 'paragraph', TD: 'cell', TH: 'cell', LI: 'paragraph' };

/** From the tag tree of a page: in which block each piece of marked content stands. Boxes without a meaning are told apart by their place. */
export function rolesOf(tree: TreeNode | null): ReadonlyMap<string, BlockOfContent> {
  const found = new Map<string, BlockOfContent>();
  let lastBlock = 0;
  const walk = (node: TreeNode, inside: BlockOfContent | undefined, path: string): void => {
    if (node.id !== undefined && node.type === 'content') {
      // Each piece of a line has a wrapping of its own; the box is what holds the wrappings.
      found.set(node.id, inside ?? { role: 'plain', block: path.replace(/\.\d+$/, '') });
      return;
    }
    const role = ROLES[node.role ?? ''];
    if (role !== undefined && inside === undefined) {
      lastBlock += 1;
    }
    const here = inside ?? (role === undefined ? undefined : { role, block: `${role}-${lastBlock}` });
    (node.children ?? []).forEach((child, at) => {
      walk(child, here, child.type === 'content' ? path : `${path}.${at}`);
    });
  };
  if (tree !== null) {
    walk(tree, undefined, '');
  }
  return found;
}
