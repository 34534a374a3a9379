import { mendedSymbol, type Citation } from '../citations/citation';
import { bare } from '../text/words';
import { finding, gathered, type Check, type CheckRoom, type Finding } from './finding';

/** Documents of one body and day that bear two numbers, here or in the parent; and one document with two dates. */
export const checkNumbers: Check = (room) => [...againstParent(room), ...withinDocument(room), ...datesApart(room)];

function againstParent({ cited, parent }: CheckRoom): readonly Finding[] {
  const found = cited.flatMap((one) => {
    const known = parent?.cited.find((other) => isTwin(one, other));
    const right = parent?.cited.some((other) => other.number === one.number && sameSeries(one, other)) ?? false;
    return known === undefined || right
      ? []
      : [
          finding(one, {
            code: 'number-differs',
            severity: 'error',
            says: `Văn bản cấp trên ghi số ${mendedSymbol(known)} ${day(known)}; kế hoạch ghi số ${mendedSymbol(one)} cùng ngày, cùng cơ quan.`,
            meant: mendedSymbol(known),
            parent: { quote: known.quote, line: known.line },
          }),
        ];
  });
  return gathered(found);
}

/** Two numbers of one day and body in the text itself; both with subjects of their own are two documents. */
function withinDocument({ cited, parent }: CheckRoom): readonly Finding[] {
  const known = new Set((parent?.cited ?? []).map((one) => `${one.number} ${one.type} ${one.body}`));
  const firsts = cited.filter((one, index) => cited.findIndex((other) => other.number === one.number && sameSeries(one, other)) === index);
  return firsts.flatMap((one, index) => {
    const other = firsts.slice(index + 1).find((later) => isTwin(one, later));
    if (other === undefined || [one, other].every((each) => known.has(`${each.number} ${each.type} ${each.body}`))) {
      return [];
    }
    const places = cited.filter((each) => each !== one && sameSeries(each, one) && [one.number, other.number].includes(each.number));
    const often = (number: number): number => cited.filter((each) => each.number === number && sameSeries(each, one)).length;
    const meant = often(other.number) > often(one.number) ? mendedSymbol(other) : null;
    return [
      finding(one, {
        code: 'number-differs',
        severity: 'error',
        says: `Cùng một văn bản ${day(one)} được ghi hai số: ${mendedSymbol(one)} và ${mendedSymbol(other)}.`,
        meant,
        also: places.map((each) => each.line),
      }),
    ];
  });
}

function datesApart({ cited, parent }: CheckRoom): readonly Finding[] {
  const all = [...cited, ...(parent?.cited ?? [])];
  const found = cited.flatMap((one) => {
    const other = all.find(
      (each) => each.symbol === one.symbol && each.date !== null && one.date !== null && each.date < one.date && sameIssuer(one, each),
    );
    const isSerial = one.type === 'KH' || one.type === 'CV';
    return other === undefined || isSerial
      ? []
      : [
          finding(one, {
            code: 'date-differs',
            severity: 'error',
            says: `Số ${one.symbol} được ghi với hai ngày khác nhau: ${day(other)} và ${day(one)}.`,
          }),
        ];
  });
  return gathered(found);
}

function sameSeries(one: Citation, other: Citation): boolean {
  return one.type === other.type && one.body === other.body && one.year === other.year;
}

/** Same kind, body and day, another number, and not two documents with a subject each. */
function isTwin(one: Citation, other: Citation): boolean {
  const same = sameSeries(one, other) && one.date !== null && one.date === other.date && one.number !== other.number;
  return same && sameIssuer(one, other) && !twoSubjects(one, other);
}

function sameIssuer(one: Citation, other: Citation): boolean {
  return one.issuer === null || other.issuer === null || bare(one.issuer) === bare(other.issuer) || one.body !== 'UBND';
}

function twoSubjects(one: Citation, other: Citation): boolean {
  return one.subject !== null && other.subject !== null && bare(one.subject).slice(0, 40) !== bare(other.subject).slice(0, 40);
}

function day({ date }: Citation): string {
  const [year, month, on] = (date ?? '').split('-');
  return on === undefined || month === undefined || year === undefined ? '' : `ngày ${on}/${month}/${year}`;
}
