/** The strongly connected components that hold a cycle (Tarjan, without recursion, so that a long chain is no stack). */
export function cycles(nodes: readonly number[], next: (node: number) => readonly number[]): readonly (readonly number[])[] {
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const stack: number[] = [];
  const onStack = new Set<number>();
  const found: (readonly number[])[] = [];

  const open = (node: number): { readonly node: number; readonly rest: number[] } => {
    order.set(node, order.size);
    low.set(node, order.size - 1);
    stack.push(node);
    onStack.add(node);
    return { node, rest: [...next(node)] };
  };
  const lower = (node: number, value: number | undefined): void => {
    low.set(node, Math.min(low.get(node) ?? 0, value ?? Number.POSITIVE_INFINITY));
  };
  const close = (node: number): void => {
    if (low.get(node) !== order.get(node)) {
      return;
    }
    const component = stack.splice(stack.lastIndexOf(node));
    component.forEach((member) => onStack.delete(member));
    if (component.length > 1 || next(node).includes(node)) {
      found.push(component);
    }
  };

  for (const root of nodes) {
    const path = order.has(root) ? [] : [open(root)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const child = top.rest.shift();
      if (child === undefined) {
        path.pop();
        close(top.node);
        lower(path.at(-1)?.node ?? top.node, low.get(top.node));
      } else if (!order.has(child)) {
        path.push(open(child));
      } else if (onStack.has(child)) {
        lower(top.node, order.get(child));
      }
    }
  }
  return found;
}
