import type { TemplateSaved } from '@thidua/contract';
import type { JsonValue } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { TemplateContent } from '@thidua/store';
import type { CaseworkDeps, TemplateFault, TemplateLetterhead } from '../deps';
import type { Handler } from '../handler';
import { once } from '../once';
import { demandAdministrator } from '../processes/administrator';
import { Refused } from '../refused';
import { templateNeeds } from './paper-needs';
import { demandEmblem } from './letterhead-of';
import { note } from '../note';
import { demandKind, templateAtHand } from './template-at-hand';

interface Written {
  readonly title: string;
  readonly packId: string | null;
  readonly validFrom: string;
  readonly source: string;
  readonly letterhead: TemplateLetterhead | null;
}

/** A new draft; it may be wrong in any way, and says how. */
export const draftTemplate: Handler<'draftTemplate'> = async (deps, { actor, params, body, key }): Promise<TemplateSaved> => {
  const position = demandAdministrator(actor);
  const { kind } = demandKind(deps, params['kind'] ?? '');
  const { content, problems } = await contentOf(deps, actor.provinceId, kind, body);
  return once(deps, key, async (tx) => {
    const id = newId(deps.clock);
    const draft = { ...content, id, kind, draftedBy: actor.personId, atMs: deps.clock.nowMs() };
    const number = await deps.stores.templates.draft(tx, actor.provinceId, draft);
    const facts = { kind, number, hash: content.hash };
    await note(deps, tx, actor, { on: 'paper-template', id, position, action: 'paper-template-drafted', facts });
    return { id, number, version: 1, problems: [...problems] };
  });
};

/** New content of a draft, as somebody saw it last. @throws Refused template-changed */
export const changeTemplate: Handler<'changeTemplate'> = async (deps, { actor, params, body, key }): Promise<TemplateSaved> => {
  const position = demandAdministrator(actor);
  const { provinceId } = actor;
  const { id, kind, number } = await templateAtHand(deps, provinceId, params['id'] ?? '');
  const { content, problems } = await contentOf(deps, provinceId, kind, body);
  return once(deps, key, async (tx) => {
    if (!(await deps.stores.templates.change(tx, provinceId, { id, version: body.version }, content))) {
      throw new Refused('template-changed', { templateId: id });
    }
    await note(deps, tx, actor, {
      on: 'paper-template',
      id,
      position,
      action: 'paper-template-changed',
      facts: { kind, number, hash: content.hash },
    });
    return { id, number, version: body.version + 1, problems: [...problems] };
  });
};

async function contentOf(
  deps: CaseworkDeps,
  provinceId: string,
  kind: string,
  { title, packId, validFrom, source, letterhead }: Written,
): Promise<{ readonly content: TemplateContent; readonly problems: readonly TemplateFault[] }> {
  demandEmblem(letterhead);
  await deps.law.refresh();
  if (packId !== null && !deps.law.effective(provinceId).some((pack) => pack.id === packId)) {
    throw new Refused('not-found', { what: 'pack' });
  }
  const { hash, body } = deps.templateDesk.assemble(source, letterhead);
  return {
    content: { title, packId, validFrom, source: body.source, letterhead: letterhead as JsonValue, hash },
    problems: deps.templateDesk.check(kind, body, templateNeeds(deps, provinceId, { kind, packId, validFrom })),
  };
}
