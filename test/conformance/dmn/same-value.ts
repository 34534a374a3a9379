import { compareNumbers, subtractNumbers } from '../../../libs/feel/src/value/number';
import { equalValues } from '../../../libs/feel/src/value/compare';
import { Run } from '../../../libs/feel/src/run';
import { FeelDateTime, FeelTime } from '../../../libs/feel/src/value/temporal';
import { isContext, isList, isNum, kindOf, type Num, type Value } from '../../../libs/feel/src/value/value';

/** Numbers of the TCK are given to so many places (its own runner allows the same). */
const TOLERANCE = 1e-8;

/** Whether a result is the expected one: of the same kind, and equal; numbers as decimals. */
export function sameValue(expected: Value, actual: Value): boolean {
  if (isNum(expected) && isNum(actual)) {
    return closeNumbers(expected, actual);
  }
  if (isList(expected) && isList(actual)) {
    return expected.length === actual.length && expected.every((item, index) => sameValue(item, actual[index] ?? null));
  }
  if (isContext(expected) && isContext(actual)) {
    const names = Object.keys(expected);
    return (
      names.length === Object.keys(actual).length &&
      names.every((name) => Object.hasOwn(actual, name) && sameValue(expected[name] ?? null, actual[name] ?? null))
    );
  }
  return kindOf(expected) === kindOf(actual) && sameZone(expected, actual) && equalValues(expected, actual, new Run(0)) === true;
}

function closeNumbers(expected: Num, actual: Num): boolean {
  const difference = subtractNumbers(expected, actual);
  return difference !== null && compareNumbers(difference, TOLERANCE) < 0 && compareNumbers(difference, -TOLERANCE) > 0;
}

/** A time without a zone is not one with the zone it happens to be read in. */
function sameZone(expected: Value, actual: Value): boolean {
  const zoned = (value: Value): boolean => (value instanceof FeelTime || value instanceof FeelDateTime) && value.zone !== null;
  return zoned(expected) === zoned(actual);
}
