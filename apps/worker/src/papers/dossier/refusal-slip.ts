import { formatLocalDate } from '@thidua/kernel';
import { frameOf } from '../frame';
import { textOf } from '../nominees';
import { planOf, type PaperPlan } from '../plan';
import type { DossierScene } from '../scene';
import { deskOf } from './desk';

/** Phiếu từ chối tiếp nhận, giải quyết hồ sơ: the reasons of the desk, with their rules where it named any. */
export function refusalSlip(scene: DossierScene): readonly PaperPlan[] {
  const { dossier, unit, intake, receiver } = scene;
  const desk = deskOf(scene);
  const day = formatLocalDate(scene.today);
  const reasons = textOf(intake['reason'], 'Hồ sơ không thuộc thẩm quyền hoặc không đủ điều kiện tiếp nhận.')
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const data = {
    frame: frameOf({
      org: receiver,
      pack: scene.pack,
      simulated: scene.simulated,
      today: scene.today,
      type: '',
      signature: { lines: ['NGƯỜI TIẾP NHẬN'], name: desk.officer },
      date: day,
    }),
    dossierCode: dossier.code,
    receivedBy: desk.name,
    submitter: unit.name,
    content: dossier.title,
    receivedDate: day,
    reasons: reasons.map((reason, at) => ({ index: at + 1, reason, rule: ruleIn(scene, reason) })),
    guidance: 'Đề nghị đơn vị liên hệ nơi tiếp nhận để được hướng dẫn lập lại hồ sơ đúng đối tượng, điều kiện, thành phần và thẩm quyền.',
    contact: desk.name,
  };
  return [
    planOf('phieu-tu-choi', data, {
      slotOf: [dossier.id, desk.org.id],
      orgId: desk.org.id,
      dossierId: dossier.id,
      title: 'Phiếu từ chối tiếp nhận, giải quyết hồ sơ',
    }),
  ];
}

/** A row of law the reason names by its id, with its citation. */
function ruleIn({ pack }: DossierScene, reason: string): string {
  const id = /\b(?:AW|AU|V|E|R|D|T|M)-\w+/.exec(reason)?.[0];
  const row = [...pack.rules, ...pack.authorities, ...pack.criteria, ...pack.limits, ...pack.dossierParts].find((one) => one.id === id);
  return row === undefined ? (id ?? '') : `${row.id}: ${row.citation}`;
}
