import { dateShort, type AchievementReport, type PastAward, type ReportYear } from '@thidua/documents';
import { formatLocalDate } from '@thidua/kernel';
import type { AwardHistory, EvidenceBook, Initiative, PersonRecord, Rating, RowFacts } from '@thidua/store';
import { frameOf } from '../frame';
import { occasionWords } from '../grounds';
import { planOf, type PaperPlan } from '../plan';
import type { DossierScene } from '../scene';
import { fullAward, headTitleOf, placeName } from '../words';
import { formNumber, reportForm, reportYears } from './report-form';
import { paragraphs } from './unit-papers';

const RATINGS: Readonly<Record<Rating, string>> = {
  excellent: 'Hoàn thành xuất sắc nhiệm vụ',
  good: 'Hoàn thành tốt nhiệm vụ',
  done: 'Hoàn thành nhiệm vụ',
  'not-done': 'Không hoàn thành nhiệm vụ',
};
const SCOPES: Readonly<Record<string, string>> = {
  unit: 'trong đơn vị',
  commune: 'trong xã, phường',
  district: 'trong huyện',
  province: 'trong tỉnh, thành phố',
  nation: 'toàn quốc',
  region: 'khu vực',
  continent: 'châu lục',
  world: 'thế giới',
};

/** Báo cáo thành tích: one per nominee, from the dossier and from what the register holds of him over the years of the criterion. */
export function achievementReports(scene: DossierScene): readonly PaperPlan[] {
  const { unit, dossier } = scene;
  return scene.rows
    .filter((row) => row.state !== 'withdrawn')
    .map((row) =>
      planOf('bao-cao-thanh-tich', reportOf(scene, row), {
        slotOf: [dossier.id, unit.id, row.id],
        orgId: unit.id,
        dossierId: dossier.id,
        rowId: row.id,
        title: `Báo cáo thành tích: ${row.name}`,
      }),
    );
}

function reportOf(scene: DossierScene, row: RowFacts): AchievementReport {
  const { unit, dossier, pack, today, simulated } = scene;
  const person = row.kind === 'individual';
  const years = reportYears(pack, row, { day: today, last: dossier.year });
  const book = bookOf(scene, row);
  const form = reportForm(row);
  return {
    frame: frameOf({
      org: unit,
      pack,
      simulated,
      today,
      type: '',
      signature: { lines: authorLines(scene, row), name: person ? row.name : isUnit(scene, row) ? scene.holder(unit.id, 'head').name : '' },
      date: formatLocalDate(today),
    }),
    formNumber: formNumber(pack, row, today),
    form,
    award: fullAward(pack, row.award, scene),
    occasion: `Thành tích ${occasionWords(scene)}`,
    nominee: { kind: row.kind, enterprise: isUnit(scene, row) && isFirm(unit.orgKind), name: row.name, facts: factsOf(scene, row) },
    period: years.length === 1 ? `năm ${String(dossier.year)}` : `từ năm ${String(years[0])} đến năm ${String(dossier.year)}`,
    duties: [dutiesOf(row)],
    career: [],
    achievements: [row.achievement],
    results: form === 'merit' ? resultsOf(row, book, years) : [],
    figures: null,
    measures: paragraphs(scene.report['measures']),
    initiatives: book.initiative.filter(({ year }) => years.includes(year)).map(initiativeWords),
    compliance: paragraphs(scene.report['compliance'], 'Chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước.'),
    welfare: [],
    organisations: [],
    pastTitles: pastOf(book.award, 'title'),
    pastForms: pastOf(book.award, 'form'),
    confirmation: null,
  };
}

/** What the register holds of the nominee himself: of a person, or of the unit where it is its own nominee. */
function bookOf(scene: DossierScene, row: RowFacts): EvidenceBook {
  const mine = <T extends { readonly personId: string | null; readonly orgId: string | null }>(all: readonly T[]): readonly T[] =>
    all.filter((one) =>
      row.kind === 'individual'
        ? row.personId !== null && one.personId === row.personId
        : isUnit(scene, row) && one.orgId === scene.unit.id,
    );
  const { award, rating, initiative, discipline, collective, service, statement, indicator } = scene.evidence;
  return {
    award: mine(award),
    rating: mine(rating),
    initiative: mine(initiative),
    discipline: mine(discipline),
    collective: mine(collective),
    service: mine(service),
    statement: mine(statement),
    indicator: mine(indicator),
  };
}

function isUnit({ unit }: DossierScene, { kind, name }: RowFacts): boolean {
  return kind === 'collective' && name.replace(/^Tập thể /u, '') === unit.name;
}

function isFirm(orgKind: string): boolean {
  return orgKind === 'enterprise' || orgKind === 'cooperative';
}

function authorLines(scene: DossierScene, row: RowFacts): readonly string[] {
  if (row.kind === 'individual') {
    return ['NGƯỜI BÁO CÁO'];
  }
  return isUnit(scene, row)
    ? [headTitleOf(scene.holder(scene.unit.id, 'head').title).toLocaleUpperCase('vi')]
    : [row.kind === 'household' ? 'ĐẠI DIỆN HỘ GIA ĐÌNH' : 'ĐẠI DIỆN TẬP THỂ'];
}

function dutiesOf(row: RowFacts): string {
  return row.kind === 'individual'
    ? `Thực hiện chức trách, nhiệm vụ ${row.title === '' ? 'được giao' : `của ${row.title.toLocaleLowerCase('vi')}`} tại ${row.unitName}.`
    : `Thực hiện chức năng, nhiệm vụ được giao tại ${row.unitName}.`;
}

function factsOf(scene: DossierScene, row: RowFacts): AchievementReport['nominee']['facts'] {
  const person = scene.people.find((one) => one.id === row.personId);
  const lines: readonly (readonly [string, string | null | undefined])[] =
    row.kind === 'individual'
      ? [
          ['Họ và tên', row.name],
          ['Ngày, tháng, năm sinh', bornWords(person)],
          ['Giới tính', genderWords(person)],
          ['Quê quán', person?.homeTown],
          ['Chức vụ', row.title],
          ['Đơn vị công tác', row.unitName],
          ['Trình độ', person?.education],
          ['Địa bàn', placeName(scene.commune)],
        ]
      : [
          [row.kind === 'household' ? 'Tên hộ gia đình' : 'Tên tập thể', row.name],
          ['Đặc điểm', row.title],
          [row.kind === 'household' ? 'Đơn vị đề nghị' : 'Đơn vị', row.unitName],
          ['Địa bàn', placeName(scene.commune)],
        ];
  return lines.flatMap(([label, value]) => (value === null || value === undefined || value === '' ? [] : [{ label, value }]));
}

function bornWords(person: PersonRecord | undefined): string {
  return person === undefined || person.born === null ? '' : dateShort(person.born);
}

function genderWords(person: PersonRecord | undefined): string {
  const gender = person?.gender ?? null;
  return gender === null ? '' : gender === 'nu' ? 'Nữ' : 'Nam';
}

/** A line per year of the window, also for the years of which nothing is known: a gap must be seen, not hidden. */
function resultsOf(row: RowFacts, book: EvidenceBook, years: readonly number[]): readonly ReportYear[] {
  return years.map((year) => {
    const rating = book.rating.find((one) => one.year === year);
    const collective = book.collective.find((one) => one.year === year);
    const words = rating === undefined || rating.rating === null ? '' : RATINGS[rating.rating];
    const share =
      collective === undefined || collective.members === null || collective.completed === null
        ? ''
        : `${String(collective.completed)}/${String(collective.members)} người hoàn thành nhiệm vụ${collective.ldtt === null ? '' : `, ${String(collective.ldtt)} Lao động tiên tiến`}`;
    return {
      year,
      content: row.kind === 'individual' ? 'Đánh giá, xếp loại hằng năm' : 'Kết quả thực hiện nhiệm vụ',
      result: rating?.maternity === true ? 'Nghỉ thai sản (được tính)' : share || paperWords(rating) || 'Chưa có dữ liệu',
      rating: words || 'Chưa có dữ liệu',
    };
  });
}

function paperWords(
  of: { readonly paperNumber: string | null; readonly paperDate: string | null; readonly paperBody: string | null } | undefined,
): string {
  if (of === undefined || of.paperNumber === null) {
    return '';
  }
  const day = of.paperDate === null ? '' : ` ngày ${dateShort(of.paperDate)}`;
  return `Văn bản số ${of.paperNumber}${day}${of.paperBody === null ? '' : ` của ${of.paperBody}`}`;
}

function initiativeWords(one: Initiative): AchievementReport['initiatives'][number] {
  return {
    name: one.name,
    recognition: paperWords(one) || `năm ${String(one.year)}`,
    effect: one.scope === null ? 'đã được áp dụng' : `phạm vi ảnh hưởng ${SCOPES[one.scope] ?? ''}`.trim(),
  };
}

function pastOf(awards: readonly AwardHistory[], kind: 'title' | 'form'): readonly PastAward[] {
  return awards
    .filter((one) => (one.awardKind ?? 'form') === kind)
    .toSorted((a, b) => a.year - b.year || a.decidedOn.localeCompare(b.decidedOn))
    .map(({ year, awardName, decidedOn, paperNumber, paperBody }) => ({
      year,
      award: awardName,
      decision: `Quyết định${paperNumber === null ? '' : ` số ${paperNumber}`} ngày ${dateShort(decidedOn)}${paperBody === null ? '' : ` của ${paperBody}`}`,
    }));
}
