import type { PaperKindList, PaperKindView, TemplateView } from '@thidua/contract';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import type { PaperTemplateRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { demandAdministrator } from '../processes/administrator';
import { templateNeeds } from './paper-needs';
import { letterheadOf } from './letterhead-of';
import { demandKind, templateAtHand } from './template-at-hand';
import { faultsOf, faultViews, inForceOn, instant, summaryOf, type Reader } from './template-views';

/** Every kind of paper with the template it is made with today. */
export const paperKinds: Handler<'paperKinds'> = async (deps, { actor }): Promise<PaperKindList> => {
  demandAdministrator(actor);
  const all = await deps.stores.templates.ofProvince(actor.provinceId);
  const standing = inForceOn(all, today(deps));
  return {
    kinds: deps.templateDesk.kinds().map(({ kind, title }) => ({
      kind,
      title,
      inForce: standing
        .filter((one) => one.kind === kind)
        .map(({ number, title: name, packId, validFrom }) => ({ number, title: name, packId, validFrom })),
      drafts: all.filter((one) => one.kind === kind && one.state === 'draft').length,
      proposed: all.filter((one) => one.kind === kind && one.state === 'proposed').length,
    })),
  };
};

/** What a template of the kind may print and call, and the province's own, newest first. */
export const paperKind: Handler<'paperKind'> = async (deps, { actor, params }): Promise<PaperKindView> => {
  demandAdministrator(actor);
  const { kind, title } = demandKind(deps, params['kind'] ?? '');
  const { templateDesk, law } = deps;
  await law.refresh();
  const all = await deps.stores.templates.ofProvince(actor.provinceId, kind);
  const reader = await readerOf(deps, actor.provinceId, all);
  const { templateVersion, body } = templateDesk.shipped(kind);
  return {
    kind,
    title,
    shipped: { templateVersion, source: body.source },
    fields: templateDesk.fields(kind).map((field) => ({ ...field, choices: [...field.choices] })),
    helpers: templateDesk.helpers().map((helper) => ({ ...helper })),
    partials: [...templateDesk.partials()],
    packs: law.effective(actor.provinceId).map((pack) => ({ id: pack.id, title: pack.title })),
    today: today(deps),
    templates: all.map((one) => summaryOf(one, reader)),
  };
};

export const paperTemplate: Handler<'paperTemplate'> = async (deps, { actor, params }): Promise<TemplateView> => {
  demandAdministrator(actor);
  const found = await templateAtHand(deps, actor.provinceId, params['id'] ?? '');
  const siblings = await deps.stores.templates.ofProvince(actor.provinceId, found.kind);
  const letterhead = letterheadOf(found.letterhead);
  const { hash, body } = deps.templateDesk.assemble(found.source, letterhead);
  const problems = deps.templateDesk.check(found.kind, body, templateNeeds(deps, actor.provinceId, found));
  const tried = found.checkedHash === found.hash && found.checkedAt !== null;
  const trialProblems = tried ? faultsOf(found.checks) : [];
  const hasRefusal = [...problems, ...trialProblems].some(({ severity }) => severity === 'refusal');
  return {
    ...summaryOf(found, await readerOf(deps, actor.provinceId, siblings)),
    source: found.source,
    letterhead:
      letterhead === null
        ? null
        : { ...letterhead, parent: [...letterhead.parent], body: [...letterhead.body], below: [...letterhead.below] },
    problems: faultViews(problems),
    trial: tried ? { at: instant(found.checkedAt) ?? '', problems: faultViews(trialProblems) } : null,
    partsChanged: hash !== found.hash,
    whyNotPropose: whyNotPropose(found, { hasRefusal, tried, partsChanged: hash !== found.hash }),
    whyNotRelease: whyNotRelease(found, actor.personId),
  };
};

function whyNotPropose(
  { state }: PaperTemplateRecord,
  { hasRefusal, tried, partsChanged }: { readonly hasRefusal: boolean; readonly tried: boolean; readonly partsChanged: boolean },
): string | null {
  if (state !== 'draft') {
    return 'Mẫu không còn là bản soạn.';
  }
  if (hasRefusal) {
    return 'Mẫu còn lỗi phải sửa.';
  }
  if (partsChanged) {
    return 'Phần dùng chung đã thay đổi; lưu lại rồi in thử.';
  }
  return tried ? null : 'Cần in thử nội dung hiện tại trước khi đề nghị.';
}

function whyNotRelease({ state, proposedBy }: PaperTemplateRecord, personId: string): string | null {
  if (state !== 'proposed') {
    return 'Mẫu không ở trạng thái chờ duyệt.';
  }
  return proposedBy === personId ? 'Người đề nghị không tự cho áp dụng; cần người thứ hai.' : null;
}

async function readerOf(deps: CaseworkDeps, provinceId: string, all: readonly PaperTemplateRecord[]): Promise<Reader> {
  const ids = [...new Set(all.flatMap((one) => [one.proposedBy, one.releasedBy]).filter((id) => id !== null))];
  const persons = await deps.stores.people.persons(provinceId, ids);
  return {
    names: new Map(persons.map((person) => [person.id, person.fullName])),
    inForce: new Set(inForceOn(all, today(deps)).map(({ id }) => id)),
  };
}

function today({ clock }: Pick<CaseworkDeps, 'clock'>): string {
  return formatLocalDate(dayOf(clock.nowMs()));
}
