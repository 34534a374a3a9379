import { dateWords } from '@thidua/documents';
import { formatLocalDate } from '@thidua/kernel';
import type { RowFacts } from '@thidua/store';
import { frameOf } from '../frame';
import { groundsOf, occasionWords } from '../grounds';
import { nomineeRows } from '../nominees';
import { planOf, type PaperPlan } from '../plan';
import type { RoundScene } from '../scene';
import { countWords } from '../words';
import {
  awardHere,
  deciderLines,
  deciderName,
  deciderOf,
  executorsOf,
  fundOf,
  givingVerb,
  officeHead,
  officeName,
  periodOf,
  ruleOf,
} from './deciding';
import { placesOf, standingFrame } from './standing';

/** Rows the round's own chair decides, by award. */
export function decidedHere(scene: RoundScene): ReadonlyMap<string, readonly RowFacts[]> {
  const open = scene.rows.filter(
    (row) => row.state !== 'held' && row.state !== 'withdrawn' && (row.outcome === 'recommended' || row.outcome === 'awarded'),
  );
  const here = open.filter((row) => ruleOf(scene, row.award) !== undefined);
  const awards = [...new Set(here.map((row) => row.award))];
  return new Map(awards.map((award) => [award, here.filter((row) => row.award === award)]));
}

/** Rows that go to a higher level. */
export function proposedUpward(scene: RoundScene): readonly RowFacts[] {
  return scene.rows.filter(
    (row) =>
      row.state !== 'held' &&
      row.state !== 'withdrawn' &&
      (row.outcome === 'recommended' || row.outcome === 'forwarded') &&
      ruleOf(scene, row.award) === undefined,
  );
}

/** Phiếu trình: the office lays the draft before the chair, with the competence check in words. */
export function signingSlip(scene: RoundScene): readonly PaperPlan[] {
  const { round, standing } = scene;
  return [...decidedHere(scene)].map(([award, rows]) => {
    const name = awardHere(scene, award);
    const rule = ruleOf(scene, award) ?? '';
    const citation = scene.pack.authorities.find((row) => row.id === rule)?.citation ?? '';
    const data = {
      frame: standingFrame(scene, {
        type: '',
        signature: { lines: ['NGƯỜI TRÌNH'], name: scene.holder(standing.id, 'appraiser').name },
        rests: [rule],
        date: formatLocalDate(scene.today),
      }),
      dossierCode: round.code,
      to: deciderOf(scene),
      subject: `Về việc ký Quyết định tặng ${name}`,
      summary: [`${round.title}: ${countWords(rows)} đủ điều kiện, tiêu chuẩn tặng ${name}.`],
      authority: `${deciderOf(scene)} quyết định tặng ${name} theo ${citation} (${rule}). Đúng thẩm quyền.`,
      opinions: opinionsOf(scene),
      papers: [
        'Phiếu thẩm định',
        'Bảng tổng hợp',
        ...(scene.session === undefined ? [] : ['Biên bản họp Hội đồng', 'Biên bản kiểm phiếu']),
        'Dự thảo Quyết định kèm danh sách',
      ],
      proposal: `Kính trình ${deciderOf(scene)} xem xét, ký ban hành Quyết định.`,
    };
    return planOf('phieu-trinh', data, {
      slotOf: [round.id, standing.id, award],
      orgId: standing.id,
      roundId: round.id,
      title: `Phiếu trình: ${name}`,
    });
  });
}

function opinionsOf(scene: RoundScene): readonly { who: string; opinion: string; date: string }[] {
  const { session } = scene;
  const office = officeName(scene);
  const day = formatLocalDate(scene.today);
  return [
    { who: office, opinion: 'Hồ sơ đúng đối tượng, đủ điều kiện, tiêu chuẩn', date: day },
    ...(session === undefined
      ? []
      : [
          {
            who: session.councilName,
            opinion: `Đề nghị khen thưởng ${session.items.filter((item) => item.passed).length}/${session.items.length} trường hợp`,
            date: day,
          },
        ]),
  ];
}

/** Quyết định khen thưởng with its list: one per award, the signer's own row by itself where it must be. */
export function decisions(scene: RoundScene): readonly PaperPlan[] {
  const { round, org, pack } = scene;
  return scene.decisionPlans.map(({ award, rowIds, split }) => {
    const rows = scene.rows.filter((row) => rowIds.includes(row.id));
    const name = awardHere(scene, award);
    const verb = givingVerb(rows);
    const lines = nomineeRows(scene, placesOf(scene), rows, { money: true, award: () => name });
    const data = {
      frame: frameOf({
        org,
        pack,
        simulated: scene.simulated,
        today: scene.today,
        type: 'QĐ',
        signature: { lines: deciderLines(scene), name: deciderName(scene) },
        recipients: recipientsOf(scene),
        rests: [ruleOf(scene, award) ?? '', ...coefficientRows(scene, award)],
      }),
      subject: `Về việc ${verb.toLocaleLowerCase('vi')} ${name}`,
      decider: deciderOf(scene),
      grounds: [
        ...(round.level === 'UNIT' ? [] : ['Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025']),
        ...groundsOf(scene),
        ...localGrounds(scene, award),
      ],
      proposal: `Theo đề nghị của ${proposer(scene)}`,
      award: name,
      verb,
      more: rows.some((row) => row.posthumous)
        ? ['Gia đình của người được truy tặng đón nhận hình thức khen thưởng và tiền thưởng kèm theo']
        : [],
      achievement: scene.movement === undefined ? 'đã có thành tích xuất sắc' : `đã có thành tích xuất sắc ${occasionWords(scene)}`,
      period: periodOf(scene, rows),
      fund: lines.some((line) => line.amount !== undefined) ? fundOf(scene) : null,
      executors: executorsOf(scene),
      rows: lines,
    };
    return planOf('quyet-dinh', data, {
      slotOf: [round.id, org.id, award, ...(split === null ? [] : [split])],
      orgId: org.id,
      roundId: round.id,
      title: `Quyết định ${verb.toLocaleLowerCase('vi')} ${name}`,
      rowIds,
      ...decisionOf(scene, award),
    });
  });
}

function recipientsOf({ round }: RoundScene): readonly string[] {
  switch (round.level) {
    case 'XA':
      return ['Như Điều 3', 'Thường trực Đảng ủy, HĐND', 'Lưu: VT, VHXH'];
    case 'HUYEN':
      return ['Như Điều 3', 'Sở Nội vụ', 'Lưu: VT, NV'];
    case 'TINH':
      return ['Như Điều 3', 'Ban Thi đua - Khen thưởng Trung ương', 'Lưu: VT, SNV'];
    case 'UNIT':
      return ['Như Điều 3', 'Lưu: VT'];
  }
}

/** What the province's own body has confirmed of the rows this decision rests on, by its paper. */
function localGrounds(scene: RoundScene, award: string): readonly string[] {
  const rows = [...scene.pack.authorities, ...scene.pack.coefficients].filter(
    (row) => row.id === ruleOf(scene, award) || coefficientRows(scene, award).includes(row.id),
  );
  const papers = rows.flatMap((row) => /; văn bản số (.+)$/.exec(row.citation)?.[1] ?? []);
  return [...new Set(papers)].map((paper) => `Căn cứ Văn bản số ${paper}`);
}

function proposer(scene: RoundScene): string {
  const submission = scene.papers.find(
    (paper) => paper.kind === 'to-trinh' && paper.orgId === scene.standing.id && paper.numberText !== null,
  );
  const paper =
    scene.round.level !== 'TINH' || submission === undefined
      ? ''
      : ` tại Tờ trình số ${submission.numberText ?? ''} ${dateWords(submission.numberDate)}`;
  return `${officeHead(scene)}${paper}`;
}

function decisionOf(scene: RoundScene, award: string): { readonly decisionId?: string } {
  const decisionId = scene.decisionIds.get(award);
  return decisionId === undefined ? {} : { decisionId };
}

function coefficientRows(scene: RoundScene, award: string): readonly string[] {
  return scene.pack.coefficients.filter((row) => row.award === award).map((row) => row.id);
}
