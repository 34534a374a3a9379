/** One after the other: a transaction speaks over one connection, which takes one query at a time. */
export async function inTurn<Item, Found>(items: Iterable<Item>, find: (item: Item, index: number) => Promise<Found>): Promise<Found[]> {
  const found: Found[] = [];
  for (const item of items) {
    found.push(await find(item, found.length));
  }
  return found;
}
