import { instantOf, localDate } from '@thidua/kernel';
import type { Tx } from '@thidua/store';
import type { Stores } from '../stores';
import type { DemoFile } from './demo-file';
import { idOf } from './demo-id';

/** What binds the demo's bodies: how they changed, who came after whom, and the clusters they compete in. */
export async function installTies(stores: Pick<Stores, 'organisations' | 'clusters'>, tx: Tx, demo: DemoFile): Promise<void> {
  const { province, orgs, successions = [], clusters = [] } = demo;
  for (const org of orgs) {
    for (const {
      from,
      to = null,
      legalPerson = null,
      seal = null,
      symbol = null,
      name = null,
      headBody = null,
      parent,
      paper = null,
    } of org.changes ?? []) {
      const parentId = parent === undefined ? null : idOf(`org:${parent}`);
      const change = { orgId: idOf(`org:${org.id}`), from, to, legalPerson, hasSeal: seal, symbol, name, headBody, parentId, paper };
      await stores.organisations.addChange(tx, province, change);
    }
  }
  for (const { predecessor, successor, kind, onDate, takesOpenFiles, paper } of successions) {
    const [predecessorId, successorId] = [idOf(`org:${predecessor}`), idOf(`org:${successor}`)];
    await stores.organisations.addSuccession(tx, province, { predecessorId, successorId, kind, onDate, takesOpenFiles, paper });
  }
  for (const { series, name, level, years, lead, members, past = [] } of clusters) {
    for (const year of years) {
      const id = idOf(`cluster:${province}/${series}/${year}`);
      const memberIds = members.map((member) => idOf(`org:${member}`));
      await stores.clusters.add(tx, province, { id, series, name, level, year, leadOrgId: idOf(`org:${lead}`), memberIds });
    }
    for (const { year, votes } of past) {
      const lines = votes.map(({ org, yes }, at) => ({ orgId: idOf(`org:${org}`), rank: at + 1, yes, leader: at === 0 }));
      const atMs = instantOf(localDate(year, 12, 20), 10);
      await stores.clusters.record(tx, province, idOf(`cluster:${province}/${series}/${year}`), lines, { total: members.length, atMs });
    }
  }
}
