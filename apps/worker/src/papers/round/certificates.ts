import type { PaperFacts, RowFacts } from '@thidua/store';
import { dated, frameOf } from '../frame';
import { occasionWords } from '../grounds';
import { planOf, type PaperPlan } from '../plan';
import type { RoundScene } from '../scene';
import { placeWords, recipientWords, shortAward } from '../words';
import { awardHere, deciderLines, deciderName, deciderOf, isTitle, ruleOf } from './deciding';
import { decidedHere } from './decision-papers';

/** Bodies that are not of the State show their own emblem, or none. */
const OWN_EMBLEM = new Set(['enterprise', 'cooperative', 'party', 'front', 'association']);

/** Giấy khen, Bằng khen: one certificate per nominee, once the decision has its number. */
export function certificates(scene: RoundScene, kind: 'giay-khen' | 'bang-khen'): readonly PaperPlan[] {
  return [...decidedHere(scene)].flatMap(([award, rows]) =>
    rows.map((row) => {
      const decision = scene.papers.find((paper) => paper.kind === 'quyet-dinh' && paper.decisionId === row.decisionId);
      return certificate(scene, { kind, award, row, decision });
    }),
  );
}

interface CertificateOrder {
  readonly kind: 'giay-khen' | 'bang-khen';
  readonly award: string;
  readonly row: RowFacts;
  readonly decision: PaperFacts | undefined;
}

function certificate(scene: RoundScene, { kind, award, row, decision }: CertificateOrder): PaperPlan {
  const { round, org } = scene;
  const [number = null, ...symbol] = decision?.numberText?.split('/') ?? [];
  const name = awardHere(scene, award);
  const data = {
    frame: frameOf({
      org,
      pack: scene.pack,
      simulated: scene.simulated,
      today: scene.today,
      type: '',
      signature: {
        lines: deciderLines(scene, decision?.signerRole === 'deputy-chair' || decision?.signerRole === 'deputy-head'),
        name: decision?.signerName ?? deciderName(scene),
      },
      rests: [ruleOf(scene, award) ?? ''],
      ...dated(decision?.numberDate),
    }),
    decider: deciderOf(scene),
    verb: verbOf(scene, row),
    award: bare(shortAward(name)),
    recipient: recipientWords(row),
    title: [placeWords(row), ...(row.posthumous ? ['gia đình đón nhận'] : [])].join('; '),
    achievement: `Đã có thành tích xuất sắc ${occasionWords(scene)}`,
    decisionNumber: number,
    decisionSymbol: symbol.join('/') || `QĐ-${org.symbol}`,
    decisionDate: decision?.numberDate ?? null,
    goldenBook: null,
    emblem: null,
    ...(OWN_EMBLEM.has(org.orgKind) ? { emblemOf: 'own' as const } : {}),
    ...(org.orgKind === 'party' ? { heading: 'ĐẢNG CỘNG SẢN VIỆT NAM' } : {}),
  };
  return planOf(kind, data, {
    slotOf: [round.id, org.id, row.id],
    orgId: org.id,
    roundId: round.id,
    rowId: row.id,
    title: `${shortAward(name)}: ${row.name}`,
    ...(row.decisionId === null ? {} : { decisionId: row.decisionId }),
  });
}

/** The verb says 'danh hiệu' already. */
function bare(award: string): string {
  const name = award.replace(/^Danh hiệu /, '');
  return name.slice(0, 1).toLocaleUpperCase('vi') + name.slice(1);
}

function verbOf(scene: RoundScene, row: RowFacts): 'TẶNG' | 'TẶNG DANH HIỆU' | 'TRUY TẶNG' | 'TRUY TẶNG DANH HIỆU' {
  const title = isTitle(scene, row.award);
  if (row.posthumous) {
    return title ? 'TRUY TẶNG DANH HIỆU' : 'TRUY TẶNG';
  }
  return title ? 'TẶNG DANH HIỆU' : 'TẶNG';
}
