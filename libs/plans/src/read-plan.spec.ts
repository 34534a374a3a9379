import { expectedPlan, OTHERS, planText, SEEDS, SEEDS_PRESENT } from '../test/expected-plan';
import { agreed, inShort } from '../test/in-short';
import { planLines } from './text/rows';
import { readPlan } from './read-plan';

const read = (name: string): ReturnType<typeof readPlan> => {
  const { text, province } = expectedPlan(name);
  return readPlan(planLines(planText(text)), { province });
};

describe.each(OTHERS)('the plan of %s', (name) => {
  const { fields, asked } = expectedPlan(name);

  it.each(Object.keys(fields))('%s', (key) => {
    const [found, wanted] = agreed(key, inShort(read(name).fields)[key], fields[key]);
    expect(found).toEqual(wanted);
  });

  it('asks what it does not say', () => {
    expect(
      read(name)
        .asked.map((one) => one.question)
        .toSorted(),
    ).toEqual(asked.toSorted());
  });
});

const suite = SEEDS_PRESENT ? describe : describe.skip;

suite.each(SEEDS)(`%s${SEEDS_PRESENT ? '' : ' (skipped: the plans in ../shared/domain/seeds are absent)'}`, (name) => {
  const { fields, asked } = expectedPlan(name);

  it.each(Object.keys(fields))('%s', (key) => {
    const [found, wanted] = agreed(key, inShort(read(name).fields)[key], fields[key]);
    expect(found).toEqual(wanted);
  });

  it('asks what it does not say', () => {
    expect(
      read(name)
        .asked.map((one) => one.question)
        .toSorted(),
    ).toEqual(asked.toSorted());
  });
});
