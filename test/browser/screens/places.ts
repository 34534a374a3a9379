import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  ClusterView,
  DefinitionSummary,
  DefinitionView,
  DossierView,
  IncidentView,
  LaunchProposal,
  MovementDetail,
  MovementIndex,
  RoundSummary,
  RoundView,
  SessionView,
  TaskList,
} from '@thidua/contract';
import { roundOf } from '../../../apps/cli/src/cases/finish';
import { household } from '../../../apps/cli/src/people/nominees';
import { until } from '../../../apps/cli/src/until';
import type { Session } from '../../../apps/cli/src/session';
import { awaitTask, complete } from '../../../apps/cli/src/steps/tasks';
import { launchAndSubmit, receive, type UnitPlan } from '../../../apps/cli/src/steps/unit';
import { issuePaper } from '../../../apps/cli/src/steps/works';
import { OF_PROVINCE, planText, settleDraft } from '../hands/movement-plan';
import type { House } from './house';

const PLANS = join(__dirname, '../../../apps/cli/plans');
const MOVEMENT = 'tn-khcn-2025-2030';
const DEPARTMENT = 'tn.snv.chuyenvien';
const LEAD = 'gp.thcs';
const YEAR = 2026;
const FAMILIES = ['Hộ bà Đặng Thị Sen', 'Hộ ông Phạm Văn Tuyên', 'Hộ ông Vũ Đình Khoát'];

/** Addresses of pages that show one thing, each with what the picture needs made on the way. */
export const PLACES = {
  receiveTask: (house: House) => task(house, 'gp.chuyenvien', 'Tiếp nhận, kiểm tra thành phần hồ sơ'),
  supplementTask: (house: House) => task(house, 'mt.yt.nguoilap', 'Bổ sung hồ sơ'),
  meetingTask: (house: House) => task(house, 'vx.cn.nguoilap', 'Ghi kết quả họp bình xét'),
  appraiseTask: (house: House) => task(house, 'mt.chuyenvien', 'Thẩm định hồ sơ'),
  signTask: (house: House) => task(house, 'gp.mn.thutruong', 'Ký tờ trình'),
  numberTask: (house: House) => task(house, 'gp.htx.vanthu', 'Cấp số tờ trình'),
  session: async (house: House) => `/phien-hop/${(await voting(house)).sessionId ?? ''}`,
  sessionPlan: async (house: House) => `/dot-xet/${(await voting(house)).id}/phien-hop`,
  dossier: async (house: House) => `/ho-so/${await decided(house)}`,
  round: async (house: House) => `/dot-xet/${await decidedRound(house)}`,
  blanks: async (house: House) => {
    await blank(house);
    return '/phoi';
  },
  blank: async (house: House) => `/phoi/${await blank(house)}`,
  subject: async (house: House) => `/thanh-tich/${await subjectOf(house)}`,
  clusterMeeting: async (house: House) => `/cum-khoi/luot/${await meeting(house)}`,
  movement: async (house: House) => `/phong-trao/${(await launched(house)).movementId}`,
  work: async (house: House) => `/phong-trao/viec/${(await launched(house)).workId}`,
  drafts: async (house: House) => {
    await draft(house);
    return '/phong-trao/du-thao';
  },
  draft: async (house: House) => `/phong-trao/du-thao/${await draft(house)}`,
  launch: async (house: House) => `/phong-trao/phat-dong/${await settledDraft(house)}`,
  amend: async (house: House) => `/phong-trao/dieu-chinh/${MOVEMENT}/${await amendment(house)}`,
  body: (house: House) => body(house, 'UBND xã Gia Phúc').then((id) => `/to-chuc/${id}`),
  people: async (house: House) => {
    await house.signedInLong();
    return `/nhan-su?donVi=${await body(house, 'UBND xã Gia Phúc')}`;
  },
  account: async (house: House) => {
    await house.signedInLong();
    return '/tai-khoan';
  },
  incidents: async (house: House) => {
    await house.stopped();
    return '/su-co';
  },
  incident: async (house: House) => `/su-co/${(await incident(house)).id}`,
  matter: async (house: House) => `/su-co/ho-so/${(await incident(house)).about?.id ?? ''}`,
  processes: async (house: House) => {
    await proposed(house);
    return '/quy-trinh';
  },
  editedDiagram: async (house: House) => `/quy-trinh/${await edited(house)}`,
  brokenDiagram: async (house: House) => `/quy-trinh/${await broken(house)}`,
  proposedDiagram: async (house: House) => `/quy-trinh/${await proposed(house)}`,
  comparison: async (house: House) => {
    const id = await proposed(house);
    const { against } = await (await house.as('hp.quantri2')).call<DefinitionView>('definition', { params: { id } });
    return `/quy-trinh/${id}/so-sanh/${against?.id ?? ''}`;
  },
  whatIf: async (house: House) => `/quy-trinh/${await proposed(house)}/chay-thu`,
  paperKind: () => '/mau-van-ban/to-trinh',
  template: async (house: House) => `/mau-van-ban/to-trinh/${await template(house)}`,
  issuedPaper: async (house: House) => `/tra-cuu/${await house.tokenOf('quyet-dinh')}`,
  publicNotice: async (house: House) => `/cong-khai/${await notice(house)}`,
  nomineeReport: async (house: House) => `/xac-nhan/${await reportLink(house)}`,
} as const satisfies Readonly<Record<string, (house: House) => string | Promise<string>>>;

export type Place = keyof typeof PLACES;

async function task(house: House, who: string, name: string): Promise<string> {
  const { tasks } = await (await house.as(who)).call<TaskList>('tasks', { query: { limit: '200' } });
  const found = tasks.find((one) => one.name === name);
  if (found === undefined) {
    throw new Error(`no «${name}» for ${who}: ${[...new Set(tasks.map((one) => one.name))].join(', ')}`);
  }
  return `/viec/${found.id}`;
}

async function incident(house: House): Promise<IncidentView> {
  await house.stopped();
  const { incidents } = await (await house.as('hp.quantri1')).call<{ incidents: readonly IncidentView[] }>('incidents', { query: {} });
  const [found] = incidents;
  if (found === undefined) {
    throw new Error('no step has stopped');
  }
  return found;
}

/** A teacher whose last two years are on record. */
function subjectOf(house: House): Promise<string> {
  return house.once('subject', async () => {
    const office = await house.as('gp.chuyenvien');
    const { subjects } = await office.call<{ subjects: readonly { id: string }[] }>('subjects', { query: { q: 'Nguyễn Thị Minh Lan' } });
    const id = subjects[0]?.id ?? '';
    for (const year of [YEAR - 2, YEAR - 1]) {
      const paper = { number: `${year - 2000}/QĐ-MNHS`, date: `${year}-12-20`, body: 'Trường Mầm non Hoa Sen' };
      await office.call('addEvidence', { params: { id }, body: { kind: 'rating', paper, year, rating: 'good', maternity: false } });
    }
    return id;
  });
}

/** The round of phường Vạn Xuân whose council is voting. */
function voting(house: House): Promise<RoundView> {
  return house.once('voting', async () => {
    const secretary = await house.as('vx.thuky');
    const { rounds } = await secretary.call<{ rounds: readonly RoundSummary[] }>('rounds');
    const found = rounds.find((one) => one.status === 'council');
    return secretary.call<RoundView>('round', { params: { id: found?.id ?? '' } });
  });
}

function decidedRound(house: House): Promise<string> {
  return house.once('decidedRound', async () => {
    const { rounds } = await (await house.as('gp.chuyenvien')).call<{ rounds: readonly RoundSummary[] }>('rounds');
    return rounds.find((one) => one.status === 'closed')?.id ?? '';
  });
}

function decided(house: House): Promise<string> {
  return house.once('decided', async () => {
    const office = await house.as('gp.chuyenvien');
    const { rows } = await office.call<RoundView>('round', { params: { id: await decidedRound(house) } });
    return rows.find((row) => row.state === 'awarded')?.dossierId ?? '';
  });
}

function blank(house: House): Promise<string> {
  return house.once('blank', async () => {
    const office = await house.as('gp.chuyenvien');
    const body = { orgId: await orgOf(office), name: 'Phôi giấy khen khổ A4', awards: ['GK_XA'], widthMm: 297, heightMm: 210 };
    return (await office.call<{ id: string }>('addBlank', { body })).id;
  });
}

async function orgOf(person: Session): Promise<string> {
  return (await person.call<SessionView>('me')).positions[0]?.orgId ?? '';
}

/** Its chair has called the vote of this year's khối of schools. */
function meeting(house: House): Promise<string> {
  return house.once('meeting', async () => {
    const lead = await house.as(`${LEAD}.nguoilap`);
    const mine = await orgOf(lead);
    const find = async (): Promise<ClusterView | undefined> =>
      (await lead.call<{ clusters: readonly ClusterView[] }>('clusters')).clusters.find(
        (one) => one.leadOrgId === mine && one.year === YEAR,
      );
    const { roundId } = await lead.call<{ roundId: string }>('openClusterMeeting', { params: { id: (await find())?.id ?? '' } });
    await complete(lead, await awaitTask(lead, 'Mở họp bình xét cụm, khối', { roundId }, 120), {
      place: 'Hội trường Trường Trung học cơ sở Gia Phúc',
      closesAt: `${YEAR}-03-02T17:00:00+07:00`,
    });
    return until('cuộc họp mở', async () => (await find())?.meetingId ?? undefined);
  });
}

async function plan(house: House, file: string, text: Buffer | string): Promise<string> {
  const person = await house.as(DEPARTMENT);
  const { bodies } = await person.call<{ bodies: readonly { orgId: string }[] }>('planDrafts');
  const { id } = await person.call<{ id: string }>('uploadPlan', {
    query: { orgId: bodies[0]?.orgId ?? '' },
    file: { name: file, bytes: Buffer.from(text), mime: 'text/plain' },
  });
  return id;
}

/** A plan as it was written, read and not settled yet. */
function draft(house: House): Promise<string> {
  return house.once('draft', () => plan(house, 'ke-hoach-chuyen-doi-so.txt', readFileSync(join(PLANS, '000_8955408b60bb73bc.txt'))));
}

function settledDraft(house: House): Promise<string> {
  return house.once('settledDraft', async () => {
    const id = await plan(house, 'ke-hoach-moi-truong-xanh.txt', planText(OF_PROVINCE));
    await settleDraft(await house.as(DEPARTMENT), id);
    return id;
  });
}

function launched(house: House): Promise<{ readonly movementId: string; readonly workId: string }> {
  return house.once('launched', async () => {
    const person = await house.as(DEPARTMENT);
    const draftId = await plan(house, 'ke-hoach-moi-truong-xanh.txt', planText(OF_PROVINCE));
    await settleDraft(person, draftId);
    const proposal = await person.call<LaunchProposal>('launchProposal', { params: { id: draftId } });
    const recipients = proposal.recipients.filter((one) => one.suggested).map(({ orgId, asked, reason }) => ({ orgId, asked, reason }));
    const body = { draftId, parentId: null, recipients, unitPlansDue: `${YEAR}-09-30`, texts: proposal.texts, alreadyIssued: false };
    const made = await person.call<{ movementId: string; workId: string }>('launchMovement', { body });
    await issuePaper(house.people, made.workId, { desk: DEPARTMENT, signer: 'tn.chutich', clerk: 'tn.vanthu' });
    await until('phong trào có hiệu lực', async () => {
      const { state } = await person.call<MovementDetail>('movementDetail', { params: { id: made.movementId } });
      return state === 'in-force' ? state : undefined;
    });
    return made;
  });
}

function amendment(house: House): Promise<string> {
  return house.once('amendment', async () => {
    const person = await house.as(DEPARTMENT);
    const { movements } = await person.call<MovementIndex>('movementIndex');
    const { bodies } = await person.call<{ bodies: readonly { orgId: string }[] }>('planDrafts');
    const movementId = movements.find((one) => one.id === MOVEMENT)?.id ?? '';
    const body = { orgId: bodies[0]?.orgId ?? '', kind: 'amendment', movementId };
    const { id } = await person.call<{ id: string }>('newPlanDraft', { body });
    await settleDraft(person, id);
    return id;
  });
}

async function body(house: House, name: string): Promise<string> {
  const { organisations } = await (
    await house.as('hp.quantri1')
  ).call<{ organisations: readonly { id: string; name: string }[] }>('organisations');
  const found = organisations.find((one) => one.name === name);
  if (found === undefined) {
    throw new Error(`no body ${name}`);
  }
  return found.id;
}

interface Edit {
  readonly who: string;
  readonly key: string;
  readonly change: (xml: string) => string;
}

/** The open draft of a process, or a new one with this change. */
async function draftOf(house: House, { who, key, change }: Edit): Promise<string> {
  const person = await house.as(who);
  const { definitions } = await person.call<{ definitions: readonly DefinitionSummary[] }>('definitions');
  const open = definitions.find((one) => one.key === key && ['draft', 'proposed'].includes(one.status));
  if (open !== undefined) {
    return open.id;
  }
  const { id } = await person.call<{ id: string }>('createDraft', { body: { key } });
  const { xml, rev } = await person.call<DefinitionView>('definition', { params: { id } });
  await person.call('saveDiagram', { params: { id }, body: { xml: change(xml), rev } });
  return id;
}

function edited(house: House): Promise<string> {
  return house.once('edited', () => draftOf(house, { who: 'hp.quantri1', key: 'dot-xet-xa', change: (xml) => xml }));
}

/** A step nobody does, and one that takes longer than the law allows. */
function broken(house: House): Promise<string> {
  const change = (xml: string): string =>
    xml
      .replace(/<zeebe:assignmentDefinition [^>]*\/>/, '')
      .replace(/(id="Task_ThamDinh"[\s\S]*?<thidua:deadline )[^>]*\/>/, '$1workingDays="40" within="T-19"/>');
  return house.once('broken', () => draftOf(house, { who: 'hp.quantri2', key: 'dot-xet-tinh', change }));
}

function proposed(house: House): Promise<string> {
  return house.once('proposed', async () => {
    const change = (xml: string): string => xml.replace(/(id="Task_TiepNhan"[\s\S]*?<thidua:deadline )[^>]*\/>/, '$1workingDays="1"/>');
    const id = await draftOf(house, { who: 'hp.quantri1', key: 'ho-so', change });
    const person = await house.as('hp.quantri1');
    const { status } = await person.call<DefinitionView>('definition', { params: { id } });
    if (status === 'draft') {
      await person.call('proposeDefinition', { params: { id }, body: { note: 'Công văn số 12/VP: tiếp nhận trong 1 ngày làm việc' } });
    }
    return id;
  });
}

function template(house: House): Promise<string> {
  return house.once('template', async () => {
    const admin = await house.as('hp.quantri1');
    const kind = await admin.call<{ shipped: { source: string } }>('paperKind', { params: { kind: 'to-trinh' } });
    const body = {
      ...{ title: 'Tờ trình của thành phố Hải Phòng', packId: null, validFrom: `${YEAR}-03-02` },
      ...{ source: kind.shipped.source, letterhead: null },
    };
    return (await admin.call<{ id: string }>('draftTemplate', { params: { kind: 'to-trinh' }, body })).id;
  });
}

/** Families of culture, which the law publishes before the commune decides (T-18). */
function notice(house: House): Promise<string> {
  return house.once('notice', async () => {
    const cast = house.people;
    const plan: UnitPlan = {
      ...{ unit: 'gp.thon', title: 'Đề nghị tặng danh hiệu Gia đình văn hóa', occasion: 'annual', year: 2025, legalPerson: false },
      rows: FAMILIES.map((name) => household(name, 'Hộ gia đình', 'GDVH', 'Gương mẫu, đoàn kết, giúp đỡ xóm giềng.')),
    };
    const { dossierId } = await launchAndSubmit(cast, plan);
    await receive(cast, 'gp', dossierId, 'accept');
    const office = await house.as('gp.chuyenvien');
    const id = await roundOf(office, dossierId, 0);
    const { rows } = await office.call<RoundView>('round', { params: { id } });
    const body = { rowIds: rows.map((row) => row.id), publishedOn: `${YEAR}-03-02`, channels: ['Cổng thông tin điện tử'] };
    return (await office.call<{ token: string }>('publishNotice', { params: { id }, body })).token;
  });
}

function reportLink(house: House): Promise<string> {
  return house.once('reportLink', async () => {
    const clerk = await house.as('gp.ck.nguoilap');
    const { dossiers } = await clerk.call<{ dossiers: readonly { id: string; title: string }[] }>('dossiers');
    const mine = dossiers.find((one) => one.title.includes('sáng kiến cải tiến'));
    const { rows } = await clerk.call<DossierView>('dossier', { params: { id: mine?.id ?? '' } });
    const person = rows.find((row) => row.kind === 'individual');
    return (await clerk.call<{ token: string }>('createReportLink', { params: { id: person?.id ?? '' }, body: { days: 7 } })).token;
  });
}
