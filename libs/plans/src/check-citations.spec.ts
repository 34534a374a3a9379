import { expectedPlan, OTHERS, planText, SEEDS, SEEDS_PRESENT, type ExpectedFinding } from '../test/expected-plan';
import { checkCitations } from './check-citations';
import type { Finding } from './checks/finding';
import { planLines } from './text/rows';

const found = (name: string): readonly Finding[] => {
  const { text, parent, province } = expectedPlan(name);
  const above = parent === null ? {} : { parent: planLines(planText(parent)) };
  return checkCitations(planLines(planText(text)), { province, ...above });
};

const isThis = (one: Finding, wanted: ExpectedFinding): boolean =>
  one.code === wanted.code &&
  one.severity === wanted.severity &&
  one.quote.includes(wanted.has) &&
  (wanted.meant === null || one.meant === wanted.meant) &&
  wanted.at.every((line) => [one.line, ...one.also].some(({ from, to }) => from <= line && line <= to)) &&
  1 + one.also.length === wanted.at.length;

function judge(name: string): void {
  it('finds every slip that is known', () => {
    const findings = found(name);
    expect(expectedPlan(name).findings.filter((wanted) => !findings.some((one) => isThis(one, wanted)))).toEqual([]);
  });

  it('finds nothing else', () => {
    const { findings } = expectedPlan(name);
    expect(found(name).filter((one) => !findings.some((wanted) => isThis(one, wanted)))).toEqual([]);
  });
}

describe.each(OTHERS)('the citations of %s', judge);

const suite = SEEDS_PRESENT ? describe : describe.skip;
suite.each(SEEDS)(`the citations of %s${SEEDS_PRESENT ? '' : ' (skipped: the plans in ../shared/domain/seeds are absent)'}`, judge);
