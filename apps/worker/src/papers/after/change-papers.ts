import type { AfterPaper } from '@thidua/casework';
import type { Correction, Frame } from '@thidua/documents';
import { formatLocalDate, type JsonObject, type JsonValue } from '@thidua/kernel';
import type { PaperChange, PaperRecord } from '@thidua/store';
import { frameOf, type FrameOrder } from '../frame';
import { objectOf } from '../plain';
import { planOf, type PaperPlan } from '../plan';
import { formalName } from '../words';
import type { AfterScene } from './after-scene';
import { documentName, headOf, paperRef, signatureBy } from './words';

interface Change {
  readonly scene: AfterScene;
  readonly change: PaperChange;
  /** The paper that is changed. */
  readonly target: PaperRecord;
  readonly paper: AfterPaper;
}

const CLERICAL_DECREE = 'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư';

/** The paper that carries out a change; its data from the change and from the frozen data of the first paper. */
export function changePaper(order: Change): PaperPlan {
  const { slot, ...about } = order.paper;
  return { ...build(order, about), slot };
}

function build(order: Change, about: Omit<AfterPaper, 'slot'>): PaperPlan {
  switch (order.change.action) {
    case 'correct-form':
      return planOf('cong-van-dinh-chinh', correctionLetter(order), { ...about, slotOf: [] });
    case 'correct-content':
      return planOf('quyet-dinh-dinh-chinh', correctingDecision(order), { ...about, slotOf: [] });
    case 'cancel':
      return planOf('quyet-dinh-huy-van-ban', cancelingDecision(order), { ...about, slotOf: [] });
    case 'copy':
      return planOf('ban-sao', copyBlock(order), { ...about, slotOf: [] });
    case 'replace':
      return planOf('giay-cap-lai', replacement(order), { ...about, slotOf: [] });
  }
}

function frame({ scene, paper }: Change, order: Pick<FrameOrder, 'type' | 'recipients'>): Frame {
  const org = scene.org(paper.orgId);
  const role = textOf(scene.variables, 'signerRole');
  return frameOf({
    ...order,
    org,
    pack: scene.pack,
    simulated: scene.simulated,
    today: scene.today,
    signature: signatureBy(scene, org, { role, submits: false }),
  });
}

function correctionLetter(order: Change): Parameters<typeof planOf<'cong-van-dinh-chinh'>>[1] {
  const { scene, change, target, paper } = order;
  const org = scene.org(paper.orgId);
  const made = frame(order, { type: '', recipients: ['Như trên', 'Lưu: VT'] });
  return {
    frame: { ...made, symbol: `${org.symbol}-TĐKT` },
    subject: `đính chính ${nameOf(target)}`,
    to: addresseesOf(change),
    target: paperRef(target, org),
    reason: change.reason,
    corrections: correctionsOf(change),
  };
}

function correctingDecision(order: Change): Parameters<typeof planOf<'quyet-dinh-dinh-chinh'>>[1] {
  const { scene, change, target, paper } = order;
  const org = scene.org(paper.orgId);
  return {
    frame: frame(order, { type: 'QĐ', recipients: ['Như Điều 3', 'Lưu: VT'] }),
    subject: `Về việc đính chính ${nameOf(target)}`,
    decider: headOf(scene, org, textOf(scene.variables, 'signerRole')),
    grounds: [CLERICAL_DECREE, `Xét ${change.reason.slice(0, 1).toLocaleLowerCase('vi')}${change.reason.slice(1)}`],
    proposal: `Theo đề nghị của ${formalName(scene.org(textOf(scene.variables, 'desk')))}`,
    target: paperRef(target, org),
    corrections: correctionsOf(change),
    executors: 'Các cơ quan, đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này',
  };
}

function cancelingDecision(order: Change): Parameters<typeof planOf<'quyet-dinh-huy-van-ban'>>[1] {
  const { scene, change, target, paper } = order;
  const org = scene.org(paper.orgId);
  return {
    frame: frame(order, { type: 'QĐ', recipients: ['Như Điều 3', 'Lưu: VT'] }),
    subject: `Về việc hủy bỏ ${nameOf(target)}`,
    decider: headOf(scene, org, textOf(scene.variables, 'signerRole')),
    grounds: [CLERICAL_DECREE, `Theo đề nghị của ${formalName(scene.org(textOf(scene.variables, 'desk')))}`],
    target: paperRef(target, org),
    reason: change.reason,
    executors: 'Các cơ quan, đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này',
  };
}

function copyBlock(order: Change): Parameters<typeof planOf<'ban-sao'>>[1] {
  const { scene, change, target, paper } = order;
  const copies = change.facts['copies'];
  const asked = Array.isArray(change.facts['to']) ? change.facts['to'].map(String) : [];
  return {
    frame: frame(order, { type: 'SY', recipients: [...(asked.length === 0 ? ['Đơn vị đề nghị'] : asked), 'Lưu: VT'] }),
    form: 'Sao y',
    original: refWithDecision(order, paperRef(target, scene.org(paper.orgId))),
    originalTitle: target.title,
    pages: target.pages ?? 1,
    copies: typeof copies === 'number' ? copies : 1,
    purpose: textOf(change.facts, 'purpose'),
  };
}

/** A certificate has no number of its own: that of its decision stands for it. */
function refWithDecision({ scene, target }: Change, ref: ReturnType<typeof paperRef>): ReturnType<typeof paperRef> {
  const { decision } = scene;
  if (target.numberText !== null || decision?.numberText === undefined || decision.numberText === null) {
    return ref;
  }
  const [number = null, ...symbol] = decision.numberText.split('/');
  return { ...ref, name: `${ref.name} theo Quyết định`, number, symbol: symbol.join('/'), date: decision.numberDate };
}

/** The same certificate, with its mark, signed by whoever is head today (T-26). */
function replacement({ scene, change, paper }: Change): Parameters<typeof planOf<'giay-cap-lai'>>[1] {
  const org = scene.org(paper.orgId);
  const first = objectOf(scene.original['frame']);
  const signature = signatureBy(scene, org, { role: textOf(scene.variables, 'signerRole'), submits: false });
  const data = {
    ...scene.original,
    frame: { ...first, date: null, signature, simulated: scene.simulated },
    reissue: { mark: `CẤP LẠI LẦN ${scene.reissued + 1}`, note: `${dayWords(scene)}; ${change.reason}` },
  };
  // The frozen data are those of a certificate: they were typed when it was made.
  return data as unknown as Parameters<typeof planOf<'giay-cap-lai'>>[1];
}

function dayWords({ today }: AfterScene): string {
  const [year = '', month = '', day = ''] = formatLocalDate(today).split('-');
  return `ngày ${day}/${month}/${year}`;
}

function nameOf(target: PaperRecord): string {
  return [documentName(target), ...(target.numberText === null ? [] : [`số ${target.numberText}`])].join(' ');
}

function addresseesOf({ facts }: PaperChange): readonly string[] {
  const to = Array.isArray(facts['to']) ? facts['to'].map(String) : [];
  return to.length === 0 ? ['Các cơ quan, đơn vị, cá nhân có liên quan'] : to;
}

function correctionsOf({ facts }: PaperChange): readonly Correction[] {
  const all = Array.isArray(facts['corrections']) ? facts['corrections'].map((one: JsonValue) => objectOf(one)) : [];
  return all.map((one, at) => ({
    index: at + 1,
    place: textOf(one, 'place'),
    printed: textOf(one, 'printed'),
    right: textOf(one, 'right'),
  }));
}

function textOf(object: JsonObject, key: string): string {
  const value = object[key];
  return typeof value === 'string' ? value : '';
}
