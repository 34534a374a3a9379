import { planTextsOf, proposePlanTexts } from '@thidua/casework';
import { formatLocalDate, parseLocalDate, type JsonObject, type JsonValue } from '@thidua/kernel';
import type { WorkRecord } from '@thidua/store';
import type { SceneRoom } from '../../load-scene';
import { planOf, type PaperPlan } from '../../plan';
import { formalName } from '../../words';
import { movementFrame, type MovementScene } from '../movement-scene';
import { issuerSignature, keptWith, planRef, standingWords } from './movement-words';

/** Công văn đôn đốc: one letter that names whoever is late, with what, and since when. */
export async function urgingPaper(room: SceneRoom, scene: MovementScene): Promise<readonly PaperPlan[]> {
  const { work, movement, org } = scene;
  const found = await Promise.all(textsIn(work.facts['workIds']).map((id) => room.deps.stores.works.byId(scene.provinceId, id)));
  // Whoever has done it since is not named any more.
  const late = found.filter((one): one is WorkRecord => one?.status === 'open');
  if (late.length === 0) {
    return [];
  }
  const deadline = work.facts['deadline'];
  const consequence = work.facts['consequence'];
  const frame = movementFrame(scene, { type: '', signature: issuerSignature(scene), recipients: ['Như trên', keptWith(scene)] });
  const data = {
    frame: { ...frame, symbol: `${org.symbol}-TĐKT` },
    subject: `đôn đốc thực hiện Phong trào thi đua “${movement.name.value}”`,
    to: [...new Set(late.map((one) => one.orgName))],
    opening: `${formalName(org)} đã triển khai Phong trào thi đua “${movement.name.value}”. Đến ngày ${shortDay(formatLocalDate(scene.today))}, các nội dung sau đã quá thời hạn nhưng chưa được thực hiện:`,
    items: late.map((one, at) => ({
      index: at + 1,
      body: one.orgName,
      content: contentOf(one),
      dueOn: one.dueOn,
      late: lateWords(room, scene, one),
    })),
    deadline: typeof deadline === 'string' ? deadline : null,
    consequence: typeof consequence === 'string' ? sentence(consequence) : '',
    contact: standingWords(scene),
  };
  return [
    planOf('cong-van-don-doc', data, {
      slotOf: [work.id, org.id],
      orgId: org.id,
      title: `Công văn đôn đốc: ${movement.name.value}`,
    }),
  ];
}

/** Công văn đề nghị phối hợp: to the Front, unions and whoever else is no part of the executive; a request, never an order. */
export async function cooperationPaper({ deps }: SceneRoom, scene: MovementScene): Promise<readonly PaperPlan[]> {
  const { work, movement, org } = scene;
  const recipients = await deps.stores.recipients.ofMovement(scene.provinceId, scene.record.id);
  const asked = recipients.filter((one) => one.asked === 'cooperation' && one.workId === null);
  if (asked.length === 0) {
    return [];
  }
  const frame = movementFrame(scene, { type: '', signature: issuerSignature(scene), recipients: ['Như trên', keptWith(scene)] });
  const replies = [...new Set(asked.map((one) => one.dueOn))];
  const data = {
    frame: { ...frame, symbol: `${org.symbol}-TĐKT` },
    subject: `đề nghị phối hợp triển khai Phong trào thi đua “${movement.name.value}”`,
    to: asked.map((one) => one.orgName),
    publisher: formalName(org),
    movement: movement.name.value,
    plan: planRef(scene),
    requests: requestsOf(scene, work.facts),
    replyBy: replies.length === 1 ? (replies[0] ?? null) : null,
    contact: standingWords(scene),
  };
  return [
    planOf('cong-van-phoi-hop', data, {
      slotOf: [work.id, org.id],
      orgId: org.id,
      title: `Công văn đề nghị phối hợp: ${movement.name.value}`,
    }),
  ];
}

function requestsOf({ movement }: MovementScene, facts: JsonObject): readonly string[] {
  const own = textsIn(facts['requests']);
  const atLaunch = planTextsOf(facts)?.cooperation ?? [];
  const found = own.length > 0 ? own : atLaunch;
  return (found.length > 0 ? found : proposePlanTexts(movement).cooperation).map((line) => line.replace(/[.;]+$/u, ''));
}

/** 'Xây dựng kế hoạch của đơn vị': a work's title without the movement's name, which stands above. */
function contentOf({ title }: WorkRecord): string {
  return title.split(': ')[0] ?? title;
}

function lateWords({ deps }: SceneRoom, { provinceId, today }: MovementScene, { dueOn }: WorkRecord): string {
  const due = parseLocalDate(dueOn ?? '');
  const calendar = deps.calendars.of(provinceId);
  if (due === undefined || ![due, today].every(({ year }) => calendar.years.includes(year))) {
    return 'Quá thời hạn';
  }
  return `Quá hạn ${String(calendar.workingDaysBetween(due, today)).padStart(2, '0')} ngày làm việc`;
}

function shortDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${Number(month) < 3 ? month : String(Number(month))}/${year}`;
}

function sentence(words: string): string {
  const text = words.trim();
  return text === '' || /[.!?]$/u.test(text) ? text : `${text}.`;
}

function textsIn(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
