import { fieldsOf, type AnyField, type PlanProposal, type Question } from '../plan-field';

/** Everything a person must settle: what fields ask, and what a plan leaves out as a whole. */
export function askedOf(fields: readonly AnyField[], text: string): PlanProposal['asked'] {
  const single = fields.flatMap(({ asked, source }) => (asked === null ? [] : [{ question: asked, line: source?.line ?? null }]));
  const whole: Question[] = [];
  if (
    fieldsOf(fields, 'phase').length === 0 &&
    !/năm \d{4}[^.;]{0,20}(?:sơ kết|tổng kết)|(?:sơ kết|tổng kết)[^.;]{0,40}năm \d{4}/iu.test(text)
  ) {
    whole.push('reviews');
  }
  if (fieldsOf(fields, 'menuItem').length === 0) {
    whole.push('menu');
  }
  const all = [...single, ...whole.map((question) => ({ question, line: null }))];
  return all.filter((one, index) => all.findIndex((other) => other.question === one.question) === index);
}
