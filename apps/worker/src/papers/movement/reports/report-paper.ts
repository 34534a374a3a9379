import type { Figures, Indicator } from '@thidua/awards';
import { awardCounts, compiledCall, indicatorsOf, modelCounts, movementAtHand, upwardOf, type AwardLine } from '@thidua/casework';
import type { MovementReport } from '@thidua/documents';
import type { ModelTotals, ReportRecord } from '@thidua/store';
import { GiveUp } from '../../../service-tasks/outcomes';
import type { SceneRoom } from '../../load-scene';
import { planOf, type PaperPlan } from '../../plan';
import { formalName } from '../../words';
import { issuerSignature, keptWith } from '../life-cycle/movement-words';
import { movementFrame, type MovementScene } from '../movement-scene';
import { awardAnnex, figureAnnex, labelled, punctualityAnnex } from './report-annexes';
import { counted, items, paragraphs, periodWords, subjectWords } from './report-words';

const NOTHING = 'Không có nội dung báo cáo';

/** Báo cáo kết quả phong trào (law.md 12): of a unit from what it filled in; of a commune or Sở Nội vụ from what was compiled of its call. */
export async function reportPaper({ deps }: SceneRoom, scene: MovementScene): Promise<readonly PaperPlan[]> {
  const { provinceId, work, org } = scene;
  const report = await deps.stores.reports.byId(provinceId, work.id);
  const movement = await movementAtHand(deps, provinceId, work.movementId);
  if (report === undefined || movement === undefined || report.occasion === 'ad-hoc') {
    throw new GiveUp('facts-missing', 'Không tìm thấy báo cáo của công việc.');
  }
  const isCall = report.kind === 'report-call';
  const indicators = await indicatorsOf(deps, movement.record, report.formVersion);
  const all = isCall ? await compiledCall(deps, { record: movement.record, call: report }) : null;
  const awards = await awardCounts(deps, { movement, orgId: isCall ? movement.org.id : org.id, call: report });
  const year = report.occasion === 'annual' ? report.year : null;
  const models = isCall ? await modelCounts(deps, provinceId, { movementId: work.movementId, year }) : null;
  const above = isCall ? (await upwardOf(deps, movement))?.org.name : scene.askedBy.name;
  const recipients = [...(above === undefined ? [] : [above.replace(/^UBND/u, 'Ủy ban nhân dân')]), keptWith(scene)];
  const data: MovementReport = {
    frame: movementFrame(scene, { type: 'BC', signature: issuerSignature(scene), recipients }),
    ...reportWords({ report, scene, indicators, awards, models, figures: all?.figures ?? report.figures }),
    annexes: annexesOf({ report, scene, indicators, awards, models, figures: all?.figures ?? report.figures }, all?.reports ?? []),
  };
  const title = `Báo cáo: ${data.subject}`;
  return [planOf('bao-cao-phong-trao', data, { slotOf: [work.id, org.id], orgId: org.id, title })];
}

interface Told {
  readonly report: ReportRecord;
  readonly scene: Pick<MovementScene, 'movement' | 'org' | 'today'>;
  readonly indicators: readonly Indicator[];
  readonly figures: Figures;
  readonly awards: readonly AwardLine[];
  /** Of a compiled report: models of the movement, from their own register. */
  readonly models: ModelTotals | null;
}

export function reportWords({ report, scene, indicators, figures, awards, models }: Told): Omit<MovementReport, 'frame' | 'annexes'> {
  const { texts, year } = report;
  const occasion = report.occasion === 'ad-hoc' ? 'annual' : report.occasion;
  const period = periodWords(scene.movement, occasion, year);
  const name = scene.movement.name.value;
  const [limits, causes, lessons] = [items(texts['limits']), items(texts['causes']), items(texts['lessons'])];
  // All three or none: their heads are numbered.
  const looked = limits.length + causes.length + lessons.length > 0;
  const said = (list: readonly string[]): readonly string[] => (looked && list.length === 0 ? [NOTHING] : list);
  return {
    ...{ occasion, period, movement: name, subject: subjectWords(name, occasion, period), publisher: formalName(scene.org) },
    leadership: texts['leadership'] === undefined ? [`${NOTHING}.`] : paragraphs(texts['leadership']),
    results: [
      { title: 'Kết quả chung', paragraphs: paragraphs(texts['results']) },
      ...writtenOut(indicators, figures),
      ...modelWords(models),
    ],
    commendation: commendation(awards),
    ...{ limits: said(limits), causes: said(causes), lessons: said(lessons) },
    tasks: items(texts['tasks']).length === 0 ? [NOTHING] : items(texts['tasks']),
    proposals: items(texts['proposals']),
  };
}

export function annexesOf(told: Told, reports: readonly ReportRecord[]): MovementReport['annexes'] {
  const { report, scene, indicators, figures, awards } = told;
  const period = periodWords(scene.movement, report.occasion === 'ad-hoc' ? 'annual' : report.occasion, report.year);
  return labelled([figureAnnex(indicators, figures, period), awardAnnex(awards, period), punctualityAnnex(reports, scene.today)]);
}

/** Criteria that ask for words, each under its own head. */
function writtenOut(indicators: readonly Indicator[], figures: Figures): MovementReport['results'] {
  return indicators.flatMap(({ id, name, type }) => {
    const figure = figures[id];
    return type === 'text' && figure !== undefined && 'text' in figure && figure.text.trim() !== ''
      ? [{ title: name, paragraphs: paragraphs(figure.text) }]
      : [];
  });
}

function modelWords(models: ModelTotals | null): MovementReport['results'] {
  if (models === null || models.introduced === 0) {
    return [];
  }
  const { introduced, selected, published, publications } = models;
  const told = published === 0 ? '' : `; ${counted(published)} điển hình được tuyên truyền với ${counted(publications)} lượt đăng, phát`;
  const line = `Các đơn vị giới thiệu ${counted(introduced)} mô hình, điển hình tiên tiến; lựa chọn ${counted(selected)}${told}.`;
  return [{ title: 'Điển hình tiên tiến', paragraphs: [line] }];
}

function commendation(awards: readonly AwardLine[]): readonly string[] {
  const of = (state: AwardLine['state']): readonly AwardLine[] => awards.filter((one) => one.state === state);
  const lines = [
    ['Đã được khen thưởng', of('awarded')],
    ['Đang đề nghị khen thưởng', of('proposed')],
  ] as const;
  const told = lines.filter(([, rows]) => rows.length > 0).map(([head, rows]) => `${head} ${totals(rows)} (chi tiết tại phụ lục).`);
  return told.length > 0 ? told : ['Chưa có tập thể, cá nhân được khen thưởng trong phong trào ở kỳ báo cáo này.'];
}

function totals(rows: readonly AwardLine[]): string {
  const sum = (key: 'collectives' | 'persons' | 'households' | 'women' | 'workers'): number => rows.reduce((all, row) => all + row[key], 0);
  const kinds = [
    [sum('collectives'), 'tập thể'],
    [sum('persons'), 'cá nhân'],
    [sum('households'), 'hộ gia đình'],
  ] as const;
  const among = [
    [sum('women'), 'nữ'],
    [sum('workers'), 'công nhân, nông dân'],
  ] as const;
  const words = (list: readonly (readonly [number, string])[]): string =>
    list
      .filter(([count]) => count > 0)
      .map(([count, word]) => `${counted(count)} ${word}`)
      .join(', ');
  return words(among) === '' ? words(kinds) : `${words(kinds)}, trong đó có ${words(among)}`;
}
