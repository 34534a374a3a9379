import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localDate } from '@thidua/kernel';
import { DISTRICT_PLAN } from '../../test/district-plan';
import { packWithDecisions } from '../../test/eligibility-facts';
import { chainOf } from './chain';
import { lawFit } from './law-fit';
import type { LaunchedAbove, Movement } from './movement';
import { planConflicts, type PlanConflict } from './plan-conflicts';
import { readMovement } from './read-movement';
import { decisionFor, pickProblem, withChoices, type PlanDecision } from './with-choices';

const PACK = packWithDecisions();
const DAY = localDate(2026, 3, 2);
const NATION: LaunchedAbove = { name: 'Cả nước thi đua', level: 'TTG', body: 'Thủ tướng Chính phủ', start: '2025', end: '2030' };
const UNDER_PM: Movement = {
  ...DISTRICT_PLAN,
  parents: DISTRICT_PLAN.parents.map((parent) => ({ ...parent, symbol: '923/QĐ-TTg', launches: NATION })),
};

const conflictsOf = (movement: Movement): readonly PlanConflict[] =>
  planConflicts({ movement, links: chainOf(movement), pack: PACK, date: DAY });
const found = (movement: Movement, code: string, award?: string): PlanConflict => {
  const hit = conflictsOf(movement).find((one) => one.code === code && (award === undefined || one.awards.includes(award)));
  if (hit === undefined) {
    throw new Error(`no ${code}`);
  }
  return hit;
};
const decided = ({ path, code, plan }: PlanConflict, ...picked: readonly string[]): PlanDecision => ({
  path,
  code,
  quote: plan.quote,
  picked,
});

describe('chainOf', () => {
  it('begins with the movement itself and goes up to what documents above launch', () => {
    expect(chainOf(UNDER_PM).map(({ id, launcher, years }) => [id, launcher, years])).toEqual([
      ['hp', 'HUYEN', 6],
      ['hp#923/QĐ-TTg', 'TTG', 6],
    ]);
  });

  it('takes the movement of ours for the document that launches it', () => {
    const nation: Movement = { ...DISTRICT_PLAN, id: 'pm', plan: { ...DISTRICT_PLAN.plan, number: '923/QĐ-TTg' }, parents: [] };
    expect(chainOf(UNDER_PM, [nation]).map((link) => link.id)).toEqual(['hp', 'pm']);
  });

  it('tells of a document once, whoever names it', () => {
    const commune: Movement = { ...UNDER_PM, id: 'up', plan: { ...UNDER_PM.plan, number: '1/KH' } };
    expect(chainOf(UNDER_PM, [commune]).map((link) => link.id)).toEqual(['hp', 'up', 'hp#923/QĐ-TTg']);
  });

  it('invents no length', () => {
    const open = { ...UNDER_PM, period: { ...UNDER_PM.period, end: null }, parents: [] };
    expect(chainOf(open).map((link) => link.years)).toEqual([null]);
  });
});

describe('lawFit', () => {
  const [own, nation] = chainOf(UNDER_PM);
  const asked = (award: string, occasion: string, link = own): string => {
    if (link === undefined) {
      throw new Error('no link');
    }
    const fit = lawFit(PACK, { award, occasion, link, date: DAY });
    return fit.fits ? 'fits' : fit.ruleId;
  };

  it('rules a flag out by launcher, by occasion and by length, and by what is known alone', () => {
    expect(asked('COCP', 'final')).toBe('E-11-a');
    expect(asked('COCP', 'final', nation)).toBe('fits');
    expect(asked('COCP', 'annual', nation)).toBe('E-11-c');
    expect(asked('COCP', 'final', nation === undefined ? undefined : { ...nation, years: 4 })).toBe('E-11-b');
    expect(asked('COCP', 'final', nation === undefined ? undefined : { ...nation, years: null })).toBe('fits');
    expect(asked('BK_TINH', 'annual')).toBe('fits');
    expect(asked('GK_XA', 'annual')).toBe('fits');
  });

  it('knows no award outside of the pack, nor one that is not given by theme', () => {
    expect(asked('GK_ABC', 'final')).toBe('');
    expect(asked('CSTDCS', 'final')).toBe('AW-CSTDCS');
  });
});

describe('planConflicts', () => {
  it('finds the places of the plan that a person must settle, in its order', () => {
    expect(conflictsOf(DISTRICT_PLAN).map(({ path, code, awards }) => `${path} ${code} ${awards.join('+')}`)).toEqual([
      'menus[0].items[0] own-authority GK_XA+GK_UNIT+GK_DN',
      'menus[1].items[0] level-open BK_TTG+BK_TINH',
      'menus[2].items[1] law-narrower COCP',
      'menus[2].items[3] law-narrower COTINH',
    ]);
  });

  it('shows the plan with its line and the law with its row', () => {
    expect(found(DISTRICT_PLAN, 'law-narrower', 'COCP')).toMatchObject({
      plan: { quote: 'Cờ thi đua của Chính phủ', line: { from: 198, to: 198 } },
      law: {
        ruleId: 'E-11-a',
        citation: 'Điều 25 Luật Thi đua, khen thưởng năm 2022',
        text: 'Phong trào thi đua do Thủ tướng Chính phủ phát động.',
      },
    });
    expect(found(DISTRICT_PLAN, 'level-open').law).toMatchObject({ ruleId: 'AW-BK_TTG' });
    expect(found(DISTRICT_PLAN, 'own-authority').law).toMatchObject({ ruleId: 'AU-04' });
  });

  it('offers another movement of the chain where the law leaves the award open under it', () => {
    const ids = (movement: Movement): readonly string[] => found(movement, 'law-narrower', 'COCP').choices.map((choice) => choice.id);
    expect(ids(DISTRICT_PLAN)).toEqual(['keep', 'leave-out']);
    expect(ids(UNDER_PM)).toEqual(['under:hp#923/QĐ-TTg', 'keep', 'leave-out']);
  });

  it('offers each award that may be meant with the row of who decides it', () => {
    expect(found(DISTRICT_PLAN, 'level-open').choices.map(({ id, ruleId }) => [id, ruleId])).toEqual([
      ['BK_TTG', 'AU-08'],
      ['BK_TINH', 'AU-07'],
      ['leave-out', null],
    ]);
    expect(found(DISTRICT_PLAN, 'own-authority').choices.map(({ id, ruleId }) => [id, ruleId])).toEqual([
      ['GK_XA', 'AU-04'],
      ['GK_UNIT', 'AU-01'],
      ['GK_DN', 'AU-02'],
    ]);
  });

  it('asks which occasion a list belongs to that the plan ties to none', () => {
    const [, , last] = DISTRICT_PLAN.menus;
    const loose: Movement = { ...UNDER_PM, menus: last === undefined ? [] : [{ ...last, occasions: ['unspecified'] }] };
    expect(found(loose, 'occasion-open')).toMatchObject({
      path: 'menus[0]',
      plan: { line: { from: 196, to: 204 } },
      law: { ruleId: 'E-11-c', text: 'Xét vào dịp sơ kết, tổng kết phong trào.' },
      pick: 'some',
    });
    expect(found(loose, 'occasion-open').choices.map((choice) => choice.id)).toEqual(['annual', 'interim-review', 'final-review']);
  });

  it('finds nothing where plan and law agree', () => {
    const [, , last] = DISTRICT_PLAN.menus;
    const items = (last?.items ?? []).filter((item) => item.award.startsWith('BK'));
    expect(conflictsOf({ ...DISTRICT_PLAN, menus: [{ occasions: ['final-review'], items }] })).toEqual([]);
  });

  it('lets an award that no law knows only be left out', () => {
    const items = [{ award: 'GK_ABC', basis: 'listed' as const, quote: 'Giấy khen ABC', line: { from: 1, to: 1 } }];
    const conflict = found({ ...DISTRICT_PLAN, menus: [{ occasions: ['annual'], items }] }, 'award-unknown');
    expect(conflict.choices.map((choice) => choice.id)).toEqual(['leave-out']);
  });
});

describe('a decision', () => {
  const level = found(DISTRICT_PLAN, 'level-open');

  it('settles its conflict as long as the words of the plan stand', () => {
    const decision = decided(level, 'BK_TINH');
    expect(decisionFor(level, [decision])).toBe(decision);
    expect(decisionFor({ ...level, plan: { ...level.plan, quote: 'Bằng khen tỉnh' } }, [decision])).toBeUndefined();
    expect(decisionFor({ ...level, path: 'menus[2].items[0]' }, [decision])).toBeUndefined();
  });

  it.each([
    [[], 'none'],
    [['BK_TINH', 'BK_TTG'], 'too-many'],
    [['GK_XA'], 'unknown'],
    [['BK_TINH'], undefined],
    [['leave-out'], undefined],
  ] as const)('of %j: %s', (picked, problem) => {
    expect(pickProblem(level, picked)).toBe(problem);
  });

  it('may name several where several may be meant, each once', () => {
    const own = found(DISTRICT_PLAN, 'own-authority');
    expect([pickProblem(own, ['GK_XA', 'GK_UNIT']), pickProblem(own, ['GK_XA', 'GK_XA'])]).toEqual([undefined, 'too-many']);
  });
});

describe('withChoices', () => {
  const menu = (movement: Movement, at: number): readonly string[] =>
    (movement.menus[at]?.items ?? []).map((item) => `${item.award} ${item.basis}`);

  it('leaves a plan nobody decided about as it is', () => {
    expect(withChoices(DISTRICT_PLAN, [])).toBe(DISTRICT_PLAN);
  });

  it('reads the form with the level that was chosen', () => {
    const read = withChoices(DISTRICT_PLAN, [decided(found(DISTRICT_PLAN, 'level-open'), 'BK_TINH')]);
    expect(menu(read, 1)).toEqual(['BK_TINH listed', 'GK_XA listed']);
    expect(menu(withChoices(DISTRICT_PLAN, [decided(found(DISTRICT_PLAN, 'level-open'), 'leave-out')]), 1)).toEqual(['GK_XA listed']);
  });

  it('takes of what is within own authority what was chosen', () => {
    const read = withChoices(DISTRICT_PLAN, [decided(found(DISTRICT_PLAN, 'own-authority'), 'GK_XA', 'GK_UNIT')]);
    expect(menu(read, 0)).toEqual(['GK_XA listed', 'GK_UNIT listed']);
  });

  it('drops what was left out and keeps what is made under another movement', () => {
    const cocp = found(UNDER_PM, 'law-narrower', 'COCP');
    expect(menu(withChoices(UNDER_PM, [decided(cocp, 'leave-out')]), 2)).not.toContain('COCP listed');
    expect(menu(withChoices(UNDER_PM, [decided(cocp, 'under:hp#923/QĐ-TTg')]), 2)).toContain('COCP listed');
  });

  it('ties the list to the chosen occasions, and only as long as it says the same', () => {
    const [, , last] = DISTRICT_PLAN.menus;
    const loose: Movement = { ...DISTRICT_PLAN, menus: last === undefined ? [] : [{ ...last, occasions: ['unspecified'] }] };
    const decision = decided(found(loose, 'occasion-open'), 'interim-review', 'final-review');
    expect(withChoices(loose, [decision]).menus[0]?.occasions).toEqual(['interim-review', 'final-review']);
    expect(withChoices(loose, [{ ...decision, quote: 'Giấy khen' }]).menus[0]?.occasions).toEqual(['unspecified']);
  });
});

/** Places of the five plans (and Gia Phúc's second movement) that a person settles under the law of 2026. */
describe('the shipped plans', () => {
  it.each([
    ['vx-khcn-2025-2030', []],
    ['tn-khcn-2025-2030', []],
    ['tl-dmst-cds-2025-2030', ['own-authority GK_XA+GK_UNIT+GK_DN', 'law-narrower COTINH E-08-a']],
    [
      'hp-hoa-phong-2025-2030',
      ['own-authority GK_XA+GK_UNIT+GK_DN', 'level-open BK_TINH+BK_TTG', 'law-narrower COCP E-11-a', 'law-narrower COTINH E-08-a'],
    ],
    ['gp-dmst-cds-2025-2030', ['occasion-open', 'own-authority GK_XA+GK_UNIT+GK_DN', 'law-narrower COTINH E-08-a']],
    ['gp-binh-dan-hoc-vu-so', ['occasion-open', 'own-authority GK_XA+GK_UNIT+GK_DN', 'law-narrower COTINH E-08-a']],
  ] as const)('%s', (id, expected) => {
    const found = conflictsOf(shipped(id)).map(({ code, awards, law }) =>
      [code, ...(code === 'occasion-open' ? [] : [awards.join('+')]), ...(code === 'law-narrower' ? [law.ruleId] : [])].join(' '),
    );
    expect(found.toSorted()).toEqual([...expected].toSorted());
  });
});

function shipped(id: string): Movement {
  const read = readMovement(readFileSync(join(__dirname, '../../../../workflows/movements', `${id}.yaml`), 'utf8'));
  if (!read.ok) {
    throw new Error(JSON.stringify(read.error));
  }
  return read.value;
}
