import type { Actor, HeldPosition } from '@thidua/access';
import { mayRunMovement, mayWorkFor } from '@thidua/access';
import type { OrgRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { once } from '../../once';
import { Refused } from '../../refused';
import { standingOf } from '../movement-at-hand';
import { todayOf } from '../work-views';
import { draftAtHand, type PlanAtHand } from './draft-at-hand';
import { proposeTexts } from './plan-texts';
import { bodiesBelow, proposeRecipients } from './recipients';
import { startLaunch } from './start-launch';

interface Launcher {
  readonly plan: PlanAtHand;
  readonly org: OrgRecord;
  readonly position: HeldPosition;
}

/** What the launch of a draft starts from; every line is a proposal that a person goes over. */
export const launchProposal: Handler<'launchProposal'> = async (deps, { actor, params }) => {
  const { plan, org } = await launcherOf(deps, actor, params['id'] ?? '');
  const { stores } = deps;
  const [orgs, movements] = [await stores.people.orgs(actor.provinceId), await stores.movements.ofProvince(actor.provinceId)];
  const { contents, draftId, unitPlans } = plan;
  const [content] = contents;
  const { number, date } = content.plan;
  const above = chainOf(org, orgs);
  return {
    draftId,
    ...{ name: contents.map((one) => one.name.value).join('; '), orgName: org.name, texts: proposeTexts(content), unitPlans },
    recipients: proposeRecipients(content, org, bodiesBelow(org, orgs, todayOf(deps))).map(({ org: body, ...one }) => ({
      ...{ orgId: body.id, orgName: body.name },
      ...one,
    })),
    issued: number === null || date === null || date.length < 10 ? null : { number, date },
    parents: movements
      .filter((one) => one.state === 'in-force' && one.orgId !== null && above.includes(one.orgId))
      .map((one) => ({
        ...{ id: one.id, name: one.content.name.value, body: one.content.carriedOutBy.body },
        suggested:
          content.parents.some((parent) => parent.symbol === one.content.plan.number) ||
          sameName(one.content.name.value, content.name.value),
      })),
  };
};

/** Trình phát động: the draft becomes a planned movement with its process. */
export const launchMovement: Handler<'launchMovement'> = async (deps, { actor, body, key }) => {
  await launcherOf(deps, actor, body.draftId);
  return once(deps, key, async (tx) => {
    const { plan, org, position } = await launcherOf(deps, actor, body.draftId, tx);
    const { parentId, recipients, unitPlansDue, texts, alreadyIssued } = body;
    const opened = await startLaunch(deps, tx, {
      ...{ actor, acting: { position }, org, plan, parentId, recipients, unitPlansDue, texts, alreadyIssued, answers: null },
    });
    return { workId: opened.id, code: opened.code, movementId: opened.movementId };
  });
};

/** The draft and the post from which the actor may launch it. @throws Refused not-found · forbidden · work-incomplete */
async function launcherOf(deps: CaseworkDeps, actor: Actor, draftId: string, tx?: Tx): Promise<Launcher> {
  const plan = await draftAtHand(deps, actor.provinceId, draftId, tx);
  const org = await deps.stores.people.org(actor.provinceId, plan.orgId, tx);
  if (org === undefined) {
    throw new Refused('not-found', { what: 'plan-draft' });
  }
  const standing = await standingOf(deps, org, tx);
  const verdict = standing.level === 'UNIT' ? mayWorkFor(actor, standing.id) : mayRunMovement(actor, standing.id);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { draftId });
  }
  return { plan, org, position: verdict.position };
}

/** The bodies above one, nearest first. */
export function chainOf(org: OrgRecord, orgs: readonly OrgRecord[]): readonly string[] {
  const parent = orgs.find((one) => one.id === org.parentId);
  return parent === undefined ? [] : [parent.id, ...chainOf(parent, orgs)];
}

function sameName(a: string, b: string): boolean {
  const plain = (words: string): string => words.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/gu, ' ').trim();
  return plain(a) === plain(b);
}
