import { mendedSymbol, type Citation } from '../citations/citation';
import { finding, gathered, type Check, type CheckRoom, type Finding } from './finding';

const PARTY_BODIES = /^(?:TW|TU|ĐU|HU|ThU|QU|BTCTW|BTGTW|UBKTTW|VPTW|BCĐTW|BCĐ|ĐUK|ĐUUBND)/u;

/** Symbols that no body writes so: a missing stroke, the Party's form for a body of the State, one number under two symbols. */
export const checkSymbols: Check = (room) => {
  const broken = room.cited.flatMap((one) => (one.form === 'broken' ? [wrong(one, mendedSymbol(one))] : []));
  const crossed = room.cited.flatMap((one) => (isCrossed(one) ? [wrong(one, `${one.number}/${one.type}-${one.body}`)] : []));
  const double = room.cited.flatMap((one) => doubled(one, room));
  return gathered([...broken, ...crossed, ...double]);
};

/** '71-NQ/CP': written as the Party does, by the Government. */
function isCrossed({ form, body }: Citation): boolean {
  return form === 'party' && !PARTY_BODIES.test(body);
}

/** '71-NQ/TW' beside '71-NQ/CP': the known instrument of that number is meant. */
function doubled(one: Citation, { cited, instruments }: CheckRoom): readonly Finding[] {
  if (isCrossed(one) || one.form === 'broken') {
    return [];
  }
  const rival = cited.some(
    (other) =>
      other.number === one.number && other.type === one.type && other.body !== one.body && other.year === one.year && one.date === null,
  );
  const known = instruments.filter((row) => new RegExp(`^${one.number}[-/]${one.type}(?![\\p{L}])`, 'u').test(row.symbol));
  const meant = known.find((row) => row.symbol !== one.symbol);
  const isKnown = known.some((row) => row.symbol === one.symbol);
  return rival && !isKnown && meant !== undefined ? [wrong(one, meant.symbol)] : [];
}

function wrong(cited: Citation, meant: string): Finding {
  return finding(cited, {
    code: 'symbol-wrong',
    severity: 'error',
    says: `Ký hiệu ${cited.symbol} viết sai; ký hiệu đúng là ${meant}.`,
    meant,
  });
}
