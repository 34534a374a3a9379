import type { DossierLaunch } from '@thidua/contract';
import type { ModelRecord } from '@thidua/store';
import type { Handler } from '../../handler';
import { once } from '../../once';
import { Refused } from '../../refused';
import { launch } from '../../verbs/launch-dossier';
import { modelFor } from './model-at-hand';

/** One click from a model to a hồ sơ: occasion and award are said, all else is what its slip says. */
export const nominateModel: Handler<'nominateModel'> = async (deps, { actor, params, body, key }) => {
  const { model, movement } = await modelFor(deps, actor, params['id'] ?? '');
  if (model.state !== 'selected') {
    throw new Refused('state-conflict', { reason: 'model-not-selected', workId: model.id });
  }
  const name = movement.record.content.name.value;
  const { occasion, year, award } = body;
  const asked: DossierLaunch = {
    ...{ orgId: model.orgId, movementId: movement.record.id, occasion, year },
    title: `Đề nghị khen thưởng điển hình tiên tiến trong Phong trào thi đua “${name}”`.slice(0, 300),
    rows: [nomineeOf(model, award)],
  };
  return once(deps, key, async (tx) => {
    const launched = await launch(deps, tx, actor, asked);
    await deps.stores.models.setDossier(tx, actor.provinceId, model.id, launched.dossierId);
    return launched;
  });
};

/** What the slip says, as a nominee. */
export function nomineeOf(
  { nomineeKind: kind, name, title, personId, subjectOrgId, deeds, results }: ModelRecord,
  award: string,
): DossierLaunch['rows'][number] {
  return {
    ...{ kind, name, title, award },
    ...(personId === null ? {} : { personId }),
    ...(subjectOrgId === null ? {} : { subjectOrgId }),
    scope: 'inside',
    achievement: [deeds, results].join('\n').trim().slice(0, 8000),
  };
}
